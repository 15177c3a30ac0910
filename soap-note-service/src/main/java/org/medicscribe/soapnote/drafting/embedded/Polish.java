package org.medicscribe.soapnote.drafting.embedded;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The last touch on a statement: digits and units, abbreviations, a capital and a full stop. */
final class Polish {

  private static final Map<String, String> ABBREVIATIONS =
      Map.ofEntries(
          Map.entry("mri", "MRI"),
          Map.entry("ct", "CT"),
          Map.entry("ekg", "EKG"),
          Map.entry("ecg", "ECG"),
          Map.entry("copd", "COPD"),
          Map.entry("emg", "EMG"),
          Map.entry("cbc", "CBC"),
          Map.entry("uti", "UTI"),
          Map.entry("gerd", "GERD"),
          Map.entry("tsh", "TSH"),
          Map.entry("psa", "PSA"),
          Map.entry("hiv", "HIV"),
          Map.entry("covid", "COVID"),
          Map.entry("ibs", "IBS"),
          Map.entry("jvd", "JVD"),
          Map.entry("a1c", "A1c"),
          Map.entry("nsaids", "NSAIDs"),
          Map.entry("er", "ER"),
          Map.entry("x-ray", "X-ray"),
          Map.entry("x-rays", "X-rays"),
          Map.entry("i", "I"),
          Map.entry("i'm", "I'm"),
          Map.entry("i've", "I've"),
          Map.entry("i'll", "I'll"),
          Map.entry("i'd", "I'd"),
          Map.entry("tylenol", "Tylenol"));
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}'-]*");

  /** "Foods that make they nauseous": what was "you" is no subject there. */
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?i)\\b(makes?|made|touch|gives?|gave|bothers?|helps?|helped|lets?|wakes?|keeps?|for|with|of|at) they\\b");

  private Polish() {}

  static String statement(String text) {
    String numbered = SpokenNumbers.normalise(text);
    String spelled =
        WORD.matcher(numbered)
            .replaceAll(word ->
                Matcher.quoteReplacement(ABBREVIATIONS.getOrDefault(word.group(), word.group())));
    String objects = OBJECT.matcher(spelled).replaceAll("$1 them");
    String trimmed = objects.replaceAll("[\\s,;:]+$", "");
    String capital = Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1);
    return ".?!".indexOf(capital.charAt(capital.length() - 1)) >= 0 ? capital : capital + ".";
  }
}
