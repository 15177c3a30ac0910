package org.medicscribe.soapnote.drafting.embedded;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes "you" out of what a clinician says to a patient. */
final class SecondPerson {

  private static final String OBJECT_AFTER =
      "continue|keep|start|treat|for|to|with|give|gave|giving|help|helps|let|on|of|tell|told|ask|asked|show|put|get|gets|getting|keep|keeping|make|makes|around|see|seen|send|cause|causing|giving|bothering|about";
  private static final Pattern SUBJECT = Pattern.compile("(?i)(?<![\\w'])you ([a-z]+)(?![\\w'])");
  private static final Pattern YOURSELF = Pattern.compile("(?i)\\byourself\\b");

  private SecondPerson() {}

  /** "if you have pain" becomes "if they have pain". */
  static String toThey(String text) {
    String result =
        text.replaceAll("(?i)\\b(" + OBJECT_AFTER + ") you\\b(?!')", "$1 them")
            .replaceAll("(?i)\\byou\\b", "they");
    return YOURSELF.matcher(result).replaceAll("themselves");
  }

  /**
   * "that you have arthritis" becomes "that patient has arthritis"; what is in doubt keeps "you".
   */
  static String toPatient(String text) {
    String contracted =
        text.replaceAll("(?i)\\byou're\\b", "you are")
            .replaceAll("(?i)\\byou've\\b", "you have")
            .replaceAll("(?i)\\byou'll\\b", "you will")
            .replaceAll("(?i)\\byou do have\\b", "you have")
            .replaceAll("(?i)\\byou were\\b", "patient was")
            .replaceAll(
                "(?i)\\b(" + OBJECT_AFTER + ") you(?= |$|,)(?! (?:have|are|were|can|will)\\b)",
                "$1 the patient");
    Matcher subject = SUBJECT.matcher(contracted);
    StringBuilder result = new StringBuilder();
    while (subject.find()) {
      Optional<String> verb = form(subject.group(1));
      subject.appendReplacement(
          result, Matcher.quoteReplacement(verb.map(v -> "patient " + v).orElse(subject.group())));
    }
    subject.appendTail(result);
    return YOURSELF.matcher(result).replaceAll("themselves");
  }

  private static Optional<String> form(String verb) {
    return Verbs.third(verb.toLowerCase(Locale.ROOT));
  }
}
