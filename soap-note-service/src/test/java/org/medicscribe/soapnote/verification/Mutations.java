package org.medicscribe.soapnote.verification;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.reading.Medicines;

/** Changes one thing in a sentence so that it is no longer true. */
final class Mutations {

  private static final Pattern DIGITS = Pattern.compile("\\b\\d+(?:\\.\\d+)?\\b");
  private static final Pattern NUMBER_WORD =
      Pattern.compile("\\b(?:two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|fifty)\\b");
  private static final Map<String, String> UNITS =
      Map.of(
          "milligrams",
          "micrograms",
          "mg",
          "mcg",
          "weeks",
          "days",
          "days",
          "weeks",
          "months",
          "years",
          "years",
          "months",
          "hours",
          "days");
  private static final Map<String, String> SIDES =
      Map.of("left", "right", "right", "left", "bilateral", "left");
  private static final Map<String, String> DAYS =
      Map.of(
          "monday",
          "thursday",
          "tuesday",
          "friday",
          "yesterday",
          "tomorrow",
          "tomorrow",
          "yesterday",
          "weeks ago",
          "weeks from now",
          "last week",
          "next week",
          "days ago",
          "days from now",
          "next week",
          "last month",
          "january",
          "june");
  private static final Pattern FREQUENCY =
      Pattern.compile("\\b(?:once|twice|three times) (?:a|per) (?:day|week)\\b");
  private static final Pattern COMPLAINT =
      Pattern.compile(
          "\\b(fever|chills|nausea|vomiting|diarrhea|cough|chest pain|shortness of breath|headaches?"
              + "|dizziness|swelling|numbness|tingling|weakness|bleeding|rash|weight loss"
              + "|pain|fatigue|constipation|blurry vision)\\b");
  private static final Medicines MEDICINES = Medicines.fromWordList();
  private static final List<String> OTHER_MEDICINES =
      List.of("warfarin", "digoxin", "methotrexate", "gabapentin", "sertraline");

  private final RandomGenerator random;

  Mutations(RandomGenerator random) {
    this.random = random;
  }

  /** By kind; a kind that this sentence gives no handle for is absent. */
  Map<String, String> of(String text) {
    Map<String, String> mutated = new LinkedHashMap<>();
    put(mutated, "number in digits", replace(text, DIGITS, this::otherNumber));
    put(mutated, "number in words", replace(text, NUMBER_WORD, word -> "eighty seven"));
    put(mutated, "unit", replaceQuantified(text));
    put(mutated, "side", replaceSide(text));
    put(mutated, "time", replaceWord(text, DAYS));
    put(mutated, "frequency", replace(text, FREQUENCY, found -> "four times a day"));
    put(mutated, "medicine", otherMedicine(text));
    put(mutated, "negation dropped", withoutNegation(text));
    put(mutated, "negation added", negated(text));
    return mutated;
  }

  Optional<String> ofQuote(String text) {
    List<String> words = PlainWords.of(text);
    String word = words.get(random.nextInt(words.size()));
    return word.length() < 4
        ? Optional.empty()
        : replace(
            text.toLowerCase(Locale.ROOT),
            Pattern.compile("\\b" + word + "\\b"),
            found -> "banana");
  }

  static Optional<String> complaintIn(String question) {
    Matcher matcher = COMPLAINT.matcher(question);
    return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
  }

  private String otherNumber(String number) {
    return number.equals("1") ? "4" : number + (1 + random.nextInt(9));
  }

  private static Optional<String> replaceQuantified(String text) {
    Matcher matcher =
        Pattern.compile(
                "(?:\\d|two|three|four|five|six|seven|eight|ten) (milligrams|mg|weeks|days"
                    + "|months|years|hours)\\b")
            .matcher(text);
    return matcher.find()
        ? Optional.of(
            text.substring(0, matcher.start(1))
                + UNITS.get(matcher.group(1))
                + text.substring(matcher.end(1)))
        : Optional.empty();
  }

  private static Optional<String> replaceSide(String text) {
    Matcher matcher =
        Pattern.compile(
                "\\b(left|right|bilateral) (?:knee|shoulder|hip|foot|ankle|hand|wrist|arm"
                    + "|leg|ear|eye|side|lower|upper|elbow|thumb|index|breast|lung)")
            .matcher(text);
    return matcher.find()
        ? Optional.of(
            text.substring(0, matcher.start(1))
                + SIDES.get(matcher.group(1))
                + text.substring(matcher.end(1)))
        : Optional.empty();
  }

  private static Optional<String> replaceWord(String text, Map<String, String> others) {
    return replace(
        text,
        Pattern.compile("\\b(?:" + String.join("|", others.keySet()) + ")\\b"),
        word -> others.getOrDefault(word, word));
  }

  private Optional<String> otherMedicine(String text) {
    List<Medicines.Mention> mentions = MEDICINES.in(PlainWords.of(text));
    if (mentions.isEmpty() || mentions.getFirst().name().contains(" ")) {
      return Optional.empty();
    }
    String other = OTHER_MEDICINES.get(random.nextInt(OTHER_MEDICINES.size()));
    return other.equals(mentions.getFirst().name())
        ? Optional.empty()
        : replace(text, Pattern.compile("(?i)\\b" + mentions.getFirst().name()), name -> other);
  }

  /**
   * Only where a complaint is denied: dropping "not" elsewhere often changes nothing that counts.
   */
  private static Optional<String> withoutNegation(String text) {
    Matcher matcher =
        Pattern.compile(
                "\\b(?:n't|not|no|without|denies)\\b(?= (?:[\\w-]+ ){0,3}"
                    + COMPLAINT.pattern()
                    + ")")
            .matcher(text);
    return matcher.find()
        ? Optional.of(text.substring(0, matcher.start()) + text.substring(matcher.end()))
        : Optional.empty();
  }

  /** "I have pain" and the like, where a "no" changes everything. */
  private static Optional<String> negated(String text) {
    Matcher matcher =
        Pattern.compile(
                "\\b(?:have|has|had|having|is|some) (?:a |some )?(?=" + COMPLAINT.pattern() + ")")
            .matcher(text);
    return matcher.find()
        ? Optional.of(text.substring(0, matcher.end()) + "no " + text.substring(matcher.end()))
        : Optional.empty();
  }

  private static Optional<String> replace(
      String text, Pattern pattern, UnaryOperator<String> replacement) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find()
        ? Optional.of(
            text.substring(0, matcher.start())
                + replacement.apply(matcher.group())
                + text.substring(matcher.end()))
        : Optional.empty();
  }

  private static void put(Map<String, String> mutated, String kind, Optional<String> text) {
    text.ifPresent(value -> mutated.put(kind, value));
  }
}
