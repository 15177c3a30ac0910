package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes numbers said in words with digits, and units in their short form. A run of number words
 * whose value is not beyond doubt ("one twenty") stays as said, unless the sentence is about a
 * measurement that is spoken that way.
 */
final class SpokenNumbers {

  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("zero", 0),
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19));
  private static final Map<String, Integer> TENS =
      Map.of(
          "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70,
          "eighty", 80, "ninety", 90);
  private static final Map<String, Integer> SCALES = Map.of("hundred", 100, "thousand", 1000);

  private static final String NUMBER_WORD =
      "(?:"
          + java.util.stream.Stream.of(SMALL, TENS, SCALES)
              .flatMap(words -> words.keySet().stream())
              .sorted((a, b) -> b.length() - a.length())
              .collect(Collectors.joining("|"))
          + ")";
  private static final String DIGIT = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)";
  private static final String POINT = "point(?: " + DIGIT + "(?![\\w'-]))+";
  private static final Pattern RUN =
      Pattern.compile(
          "(?i)(?<![\\w'-])(?:"
              + POINT
              + "|(?:a (?=hundred|thousand))?"
              + NUMBER_WORD
              + "(?:(?: |-| and (?="
              + NUMBER_WORD
              + "(?![\\w'-]))| oh (?="
              + DIGIT
              + "(?![\\w'-])))"
              + NUMBER_WORD
              + ")*(?: "
              + POINT
              + ")?)(?![\\w'-])");

  /** What makes even a small number a quantity. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?i)^(?: |-)(?:(?:or|to|and a half|out of|over) (?=[\\w]+ ?)|(?:to|or)-)?(?:\\S+ )?"
              + "(?:milligrams?|micrograms?|grams?|kilograms?|mg|mcg|ml|milliliters?|units?|percent|%|degrees?|centimeters?|millimeters?|cm|inch(?:es)?|feet|pounds?|kilos?"
              + "|seconds?|minutes?|hours?|days?|weeks?|months?|years?|times|tablets?|pills?|capsules?|puffs?|drops?|packs?|cigarettes?|beers?|glasses|drinks|o'clock|over|out of)\\b");

  private static final Pattern MEASURED_PAIR =
      Pattern.compile("(?i)\\b(\\d{2,3}) (?:over|/) (\\d{2,3})\\b");
  private static final Pattern PRESSURE = Pattern.compile("(?i)blood pressure|\\bbp\\b");

  /** Just before a number: it measures something that people say without "hundred". */
  private static final Pattern MEASURE =
      Pattern.compile(
          "(?i)\\b(?:blood pressures?|bp|heart rate|pulse|blood sugars?|glucose|weigh(?:s|ed|t)?"
              + "|oxygen|sats?|saturation|temperature|temp|fever)\\b[^.;?!]{0,30}$");

  /** Just after a number: a dose or a stretch of time, before which numbers are never joined. */
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)^[ -](?:milligrams?|micrograms?|grams?|mg|mcg|g|ml|millilit(?:er|re)s?|units?"
              + "|milliequivalents?|tablets?|pills?|capsules?|puffs?|drops?|minutes?|hours?|days?"
              + "|weeks?|months?|years?)\\b");

  /** "... fifty milligram tablet": what one of several pieces weighs. */
  private static final Pattern PIECE =
      Pattern.compile(
          "(?i)^[ -](?:milligrams?|micrograms?|grams?|mg|mcg) (?:tablets?|pills?|capsules?|patch(?:es)?)\\b");

  private static final Pattern AND_A_HALF =
      Pattern.compile(
          "(?i)^ and a half(?= (?:milli|micro|grams?|mg|mcg|tablets?|pills?|hours?|days?|weeks?|months?|years?))");

  private static final Map<String, String> UNITS =
      Map.of(
          "milligram",
          "mg",
          "microgram",
          "mcg",
          "milliliter",
          "mL",
          "millilitre",
          "mL",
          "centimeter",
          "cm",
          "millimeter",
          "mm",
          "kilogram",
          "kg",
          "gram",
          "g");
  private static final Pattern UNIT =
      Pattern.compile("(?i)(?<=\\d)[ -](" + String.join("|", UNITS.keySet()) + ")s?\\b");
  private static final Pattern PERCENT = Pattern.compile("(?i)(?<=\\d) ?(?:percent\\b|%)");

  private SpokenNumbers() {}

  static boolean isNumberWord(String word) {
    return SMALL.containsKey(word) || TENS.containsKey(word) || SCALES.containsKey(word);
  }

  static String normalise(String text) {
    Matcher run = RUN.matcher(text);
    StringBuilder result = new StringBuilder();
    int copied = 0;
    while (run.find()) {
      String after = text.substring(run.end());
      Matcher half = AND_A_HALF.matcher(after);
      boolean halved = half.find();
      String written = written(run.group(), text.substring(0, run.start()), after);
      boolean joined = halved && written.matches("\\d+");
      result.append(text, copied, run.start()).append(joined ? written + ".5" : written);
      copied = run.end() + (joined ? half.end() : 0);
    }
    String numbers = result.append(text, copied, text.length()).toString();
    if (PRESSURE.matcher(numbers).find()) {
      numbers = MEASURED_PAIR.matcher(numbers).replaceAll("$1/$2 mmHg");
    }
    numbers =
        UNIT.matcher(numbers)
            .replaceAll(unit -> " " + UNITS.get(unit.group(1).toLowerCase(Locale.ROOT)));
    return PERCENT.matcher(numbers).replaceAll("%");
  }

  /**
   * A run of number words as it is to be written. "One fifty milligram tablet" is one tablet of 50
   * mg; every other "one fifty milligrams" could be 150 or one of 50, and stays as it was said.
   */
  private static String written(String run, String before, String after) {
    boolean amount = AMOUNT.matcher(after).find();
    boolean pair = after.startsWith(" over ");
    boolean reading = pair || !amount && MEASURE.matcher(before).find();
    boolean digitsFollow = after.matches("(?s)^ \\d.*");
    String digits = digitsFollow ? "" : digits(run, reading);
    if (digits.isEmpty()) {
      return PIECE.matcher(after).find() ? pieces(run) : run;
    }
    return digits.length() > 1 || COUNTED.matcher(after).find() ? digits : run;
  }

  /** How many, in a word, and how strong each is, in digits. */
  private static String pieces(String run) {
    int gap = run.indexOf(' ');
    boolean counts =
        gap > 0 && SMALL.getOrDefault(run.substring(0, gap).toLowerCase(Locale.ROOT), 0) > 0;
    String strength = counts ? digits(run.substring(gap + 1), false) : "";
    return strength.isEmpty() ? run : run.substring(0, gap) + " " + strength;
  }

  /** The digits of a run of number words, "" when it could be more than one number. */
  private static String digits(String run, boolean reading) {
    List<String> words =
        new ArrayList<>(
            List.of(run.toLowerCase(Locale.ROOT).replaceFirst("^a ", "one ").split("[ -]")));
    int point = words.indexOf("point");
    List<String> whole = point < 0 ? words : words.subList(0, point);
    String fraction =
        point < 0
            ? ""
            : words.subList(point + 1, words.size()).stream()
                .map(word -> Integer.toString(SMALL.getOrDefault(word, 0)))
                .collect(Collectors.joining("", ".", ""));
    if (whole.isEmpty()) {
      return "0" + fraction;
    }
    long value =
        whole.contains("oh") ? spelledOut(whole, reading || point >= 0) : value(whole, reading);
    return value < 0 ? "" : value + fraction;
  }

  /** "One oh one" is 101 where something is measured, and digit by digit elsewhere. */
  private static long spelledOut(List<String> words, boolean measured) {
    boolean three = words.size() == 3 && words.get(1).equals("oh") && measured;
    int first = three ? SMALL.getOrDefault(words.getFirst(), 10) : 10;
    int last = three ? SMALL.getOrDefault(words.getLast(), 10) : 10;
    return first < 10 && last < 10 ? first * 100L + last : -1;
  }

  /** -1 when in doubt. */
  private static long value(List<String> words, boolean reading) {
    long total = 0;
    long group = 0;
    long smallest = Long.MAX_VALUE;
    for (String word : words) {
      if (word.equals("and")) {
        continue;
      }
      Integer scale = SCALES.get(word);
      if (scale != null) {
        if (smallest <= scale && total + group > 0 && group == 0) {
          return -1;
        }
        group = Math.max(group, 1) * scale;
        smallest = scale;
        if (scale == 1000) {
          total += group;
          group = 0;
        }
        continue;
      }
      long part = TENS.getOrDefault(word, SMALL.getOrDefault(word, 0));
      boolean hundredsLeftOut = reading && group >= 1 && group <= 9 && smallest < 10 && part >= 10;
      if (hundredsLeftOut) {
        group = group * 100 + part;
      } else if (group == 0 && total == 0 || fits(part, smallest)) {
        group += part;
      } else {
        return -1;
      }
      smallest = TENS.containsKey(word) ? 10 : 1;
    }
    return total + group;
  }

  private static boolean fits(long part, long smallest) {
    return part > 0 && (smallest == 10 ? part < 10 : smallest >= 100 && part < smallest);
  }
}
