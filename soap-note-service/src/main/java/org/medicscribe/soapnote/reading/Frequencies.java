package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads how often: {@code twice a day}, {@code BID}, {@code every 12 hours} and {@code dos veces al
 * día} are all {@code 2/day}.
 */
public final class Frequencies {

  /**
   * How often something is done.
   *
   * @param rate times per period, {@code 2/day}
   * @param from the place of its first word
   * @param to the place after its last
   */
  public record Frequency(String rate, int from, int to) {}

  private static final Map<String, Integer> COUNTS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("once", 1),
              Map.entry("one time", 1),
              Map.entry("1 time", 1),
              Map.entry("una vez", 1),
              Map.entry("1 vez", 1),
              Map.entry("twice", 2),
              Map.entry("two times", 2),
              Map.entry("2 times", 2),
              Map.entry("dos veces", 2),
              Map.entry("2 veces", 2),
              Map.entry("three times", 3),
              Map.entry("3 times", 3),
              Map.entry("tres veces", 3),
              Map.entry("3 veces", 3),
              Map.entry("four times", 4),
              Map.entry("4 times", 4),
              Map.entry("cuatro veces", 4),
              Map.entry("4 veces", 4)));

  private static final Map<String, String> WHOLE =
      Map.ofEntries(
          Map.entry("bid", "2/day"),
          Map.entry("tid", "3/day"),
          Map.entry("qid", "4/day"),
          Map.entry("qd", "1/day"),
          Map.entry("daily", "1/day"),
          Map.entry("every day", "1/day"),
          Map.entry("each day", "1/day"),
          Map.entry("a day", "1/day"),
          Map.entry("per day", "1/day"),
          Map.entry("every night", "1/day"),
          Map.entry("nightly", "1/day"),
          Map.entry("every morning", "1/day"),
          Map.entry("every evening", "1/day"),
          Map.entry("al dia", "1/day"),
          Map.entry("por dia", "1/day"),
          Map.entry("cada dia", "1/day"),
          Map.entry("todos los dias", "1/day"),
          Map.entry("diario", "1/day"),
          Map.entry("diaria", "1/day"),
          Map.entry("diarios", "1/day"),
          Map.entry("diarias", "1/day"),
          Map.entry("diariamente", "1/day"),
          Map.entry("cada noche", "1/day"),
          Map.entry("cada manana", "1/day"),
          Map.entry("weekly", "1/week"),
          Map.entry("every week", "1/week"),
          Map.entry("each week", "1/week"),
          Map.entry("a week", "1/week"),
          Map.entry("per week", "1/week"),
          Map.entry("a la semana", "1/week"),
          Map.entry("por semana", "1/week"),
          Map.entry("cada semana", "1/week"),
          Map.entry("semanal", "1/week"),
          Map.entry("semanalmente", "1/week"),
          Map.entry("monthly", "1/month"),
          Map.entry("every month", "1/month"),
          Map.entry("a month", "1/month"),
          Map.entry("per month", "1/month"),
          Map.entry("al mes", "1/month"),
          Map.entry("cada mes", "1/month"),
          Map.entry("mensual", "1/month"));

  private static final Map<String, Integer> HOURS =
      Map.ofEntries(
          Map.entry("4", 6),
          Map.entry("four", 6),
          Map.entry("cuatro", 6),
          Map.entry("6", 4),
          Map.entry("six", 4),
          Map.entry("seis", 4),
          Map.entry("8", 3),
          Map.entry("eight", 3),
          Map.entry("ocho", 3),
          Map.entry("12", 2),
          Map.entry("twelve", 2),
          Map.entry("doce", 2),
          Map.entry("24", 1),
          Map.entry("twenty four", 1),
          Map.entry("veinticuatro", 1));

  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b(?<count>"
              + String.join("|", COUNTS.keySet())
              + ") (?<period>"
              + alternatives(WHOLE.keySet())
              + ")\\b");
  private static final Pattern HOURLY =
      Pattern.compile(
          "\\b(?:every|cada|q) (?<hours>"
              + alternatives(HOURS.keySet())
              + ") (?:hours?|horas?|h)\\b");

  /** "Every four to six hours", "every 4-6 hours". */
  private static final Pattern HOURLY_RANGE =
      Pattern.compile(
          "\\b(?:every|cada|q) (?<least>"
              + alternatives(HOURS.keySet())
              + ") (?:(?:to|or|a|o) )?(?<most>"
              + alternatives(HOURS.keySet())
              + ") (?:hours?|horas?|h)\\b");

  /** "Four grams of it in a day": a measure within a stretch of time, not a time ahead. */
  private static final Pattern DOSED =
      Pattern.compile(
          "\\b(?:grams?|g|milligrams?|mg|tablets?|pills?|times|doses?|drinks?|cigarettes?)(?: of \\w+)?"
              + " in (?<whole>a day|a week)\\b");

  /** "For a week", "a week ago" are stretches of time, not frequencies. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "(?<!\\b(?:in|for|within|about|after|of|like|than|over|been|almost|half|take|was|en|que) )"
              + "\\b(?<whole>"
              + alternatives(WHOLE.keySet())
              + ")\\b(?! (?:ago|or|later|before|from|off|and a half))");

  private Frequencies() {}

  public static List<Frequency> in(List<String> words) {
    String text = String.join(" ", words);
    List<Frequency> found = new ArrayList<>();
    collect(COUNTED, text, found, match -> counted(match.group("count"), match.group("period")));
    collect(
        HOURLY_RANGE,
        text,
        found,
        match -> HOURS.get(match.group("most")) + "-" + HOURS.get(match.group("least")) + "/day");
    collect(HOURLY, text, found, match -> HOURS.get(match.group("hours")) + "/day");
    collect(PLAIN, text, found, match -> WHOLE.getOrDefault(match.group("whole"), ""));
    collect(DOSED, text, found, match -> WHOLE.getOrDefault(match.group("whole"), ""));
    return found;
  }

  private static String counted(String count, String period) {
    return COUNTS.get(count) + WHOLE.getOrDefault(period, "").substring(1);
  }

  private static void collect(
      Pattern pattern, String text, List<Frequency> found, Function<MatchResult, String> rate) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      int from = wordsBefore(text, matcher.start());
      int to = wordsBefore(text, matcher.end()) + 1;
      if (overlapping(found, from, to).isEmpty()) {
        found.add(new Frequency(rate.apply(matcher.toMatchResult()), from, to));
      }
    }
  }

  private static Optional<Frequency> overlapping(List<Frequency> found, int from, int to) {
    return found.stream().filter(other -> from < other.to() && other.from() < to).findFirst();
  }

  private static int wordsBefore(String text, int end) {
    return (int) text.substring(0, end).chars().filter(c -> c == ' ').count();
  }

  private static String alternatives(Set<String> phrases) {
    List<String> longestFirst = new ArrayList<>(phrases);
    longestFirst.sort((one, other) -> other.length() - one.length());
    return String.join("|", longestFirst);
  }
}
