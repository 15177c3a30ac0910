package org.medicscribe.soapnote.drafting.embedded;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a patient says of themselves into the third person of a note: the subject is left out
 * at the head and after "and", elsewhere it is "they". Whatever does not fit stays as it was said.
 */
final class PatientVoice {

  /** "No, it's the left knee": what follows says it all. */
  private static final Pattern LEADING_NO =
      Pattern.compile(
          "(?i)^(?:(?:no|nope)\\b[ ,]*)+(?=(?:i|i'm|i've|it|it's|they|there|there's|that|that's|my|we|he|she)\\b)(?!i (?:don't|do not|haven't|didn't|am not)$)");

  /** "Pretty good, doctor, I've been ..." answers "how are you". */
  private static final Pattern GREETING =
      Pattern.compile(
          "(?i)^(?:(?:hi|hello|hey|pretty|doing|good|fine|well|okay|alright|not (?:too )?bad|doctor|doc|thanks|thank you)[ ,]+)+(?=i(?:'|\\b))");

  private static final Pattern CONTRACTION = Pattern.compile("(?i)\\bi'(m|ve|ll|d)(?![\\w'])");
  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)(^|\\b(?:and|but|or|,)\\s+(?:then )?|\\s)i (?:(just|also|actually|really|usually|normally|always|never|sometimes|still|only|mostly|probably|kind of|kinda|mainly|occasionally|recently|finally|already|definitely|basically|even|do|typically|honestly) )?([a-z]+(?:n't)?)(?![\\w'-])");
  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?i)(?<![\\w'])(?:i|i'\\w+|me|we|we'\\w+|us|our|ours|mine)(?![\\w'])");
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?i)(?<![\\w'])(?:they|they'\\w+|them|their|theirs|you|you'\\w+|your)(?![\\w'])");
  private static final Pattern SICKNESS_HEAD =
      Pattern.compile("(?i)^i(?:'ve| have) (?:just )?been (?:having|getting|experiencing) ");

  private PatientVoice() {}

  /** Empty when no rule is safe. {@code said} is without fillers. */
  static Optional<String> third(String spoken) {
    String said = GREETING.matcher(LEADING_NO.matcher(spoken).replaceFirst("")).replaceFirst("");
    Matcher having = SICKNESS_HEAD.matcher(said);
    String text = having.find() ? "reports " + said.substring(having.end()) : said;
    text = expand(text);
    Optional<String> rewritten = subjects(text);
    if (rewritten.isEmpty()) {
      return Optional.empty();
    }
    String result =
        rewritten
            .get()
            .replaceAll("(?i)^my (own )?", "")
            .replaceAll("(?i)\\bwe\\b", "they")
            .replaceAll("(?i)\\bours?\\b", "their")
            .replaceAll("(?i)\\bus\\b", "them")
            .replaceAll("(?i)\\bmyself\\b", "themselves")
            .replaceAll("(?i)\\bmy\\b", "their")
            .replaceAll("(?i)(?<=[a-z,] )me\\b", "them");
    boolean usesThey = !result.equals(text) && result.matches("(?i).*\\b(they|their|them)\\b.*");
    if (FIRST_PERSON.matcher(result).find() || usesThey && OTHERS.matcher(said).find()) {
      return Optional.empty();
    }
    return OTHERS
            .matcher(said)
            .results()
            .anyMatch(m -> m.group().toLowerCase(Locale.ROOT).startsWith("you"))
        ? Optional.empty()
        : Optional.of(result);
  }

  private static String expand(String text) {
    return CONTRACTION
        .matcher(text)
        .replaceAll(found ->
            switch (found.group(1).toLowerCase(Locale.ROOT)) {
              case "m" -> "I am";
              case "ve" -> "I have";
              case "ll" -> "I will";
              default -> "I'd";
            });
  }

  private static Optional<String> subjects(String text) {
    Matcher subject = SUBJECT.matcher(text);
    StringBuilder result = new StringBuilder();
    while (subject.find()) {
      String before = subject.group(1);
      String adverb = subject.group(2);
      String verb = subject.group(3);
      boolean emphatic = "do".equalsIgnoreCase(adverb);
      boolean leftOut = !before.isBlank() || subject.start() == 0;
      Optional<String> form = leftOut ? leftOut(verb) : they(verb);
      if (form.isEmpty()) {
        return Optional.empty();
      }
      String kept = adverb == null || emphatic ? "" : adverb + " ";
      subject.appendReplacement(
          result, Matcher.quoteReplacement(before + (leftOut ? "" : "they ") + kept + form.get()));
    }
    subject.appendTail(result);
    return Optional.of(result.toString());
  }

  private static Optional<String> leftOut(String verb) {
    return switch (verb.toLowerCase(Locale.ROOT)) {
      case "don't" -> Optional.of("does not");
      case "haven't" -> Optional.of("has not");
      case "didn't" -> Optional.of("did not");
      case "can't" -> Optional.of("cannot");
      default -> Verbs.third(verb);
    };
  }

  private static Optional<String> they(String verb) {
    return switch (verb.toLowerCase(Locale.ROOT)) {
      case "am" -> Optional.of("are");
      case "was" -> Optional.of("were");
      case "wasn't" -> Optional.of("weren't");
      case "don't", "haven't", "have", "do" -> Optional.of(verb);
      default -> Verbs.isPresent(verb) ? Optional.of(verb) : Verbs.third(verb);
    };
  }
}
