package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * Reads weekdays, months, dates, days relative to today, and whether a stretch of time lies behind
 * or ahead. "Today" is left out: every note is about today.
 */
public final class TimeExpressions {

  /**
   * A point or direction in time.
   *
   * @param readings every way to read it: {@code 3/4} is March or April
   * @param contrary what must not be said instead; empty when saying nothing is wrong already
   * @param from the place of its first word
   * @param to the place after its last
   */
  public record TimeExpression(Set<String> readings, Set<String> contrary, int from, int to) {
    public TimeExpression {
      readings = Set.copyOf(readings);
      contrary = Set.copyOf(contrary);
    }

    private TimeExpression(Set<String> readings, int from, int to) {
      this(readings, Set.of(), from, to);
    }

    /** Whether it can be written when this was said. */
    public boolean agreesWith(Set<String> said) {
      boolean unsaid = readings.stream().noneMatch(said::contains);
      return !unsaid || (!contrary.isEmpty() && contrary.stream().noneMatch(said::contains));
    }

    @Override
    public String toString() {
      return "TimeExpression[" + from + ".." + to + "]";
    }
  }

  private static final Map<String, String> NAMES = new HashMap<>();

  /** Months that are ordinary words, too: "may", "march". They count only beside a day. */
  private static final Set<String> AMBIGUOUS = Set.of("may", "march", "mar", "sun", "sat", "wed");

  static {
    names("weekday", 1, "monday tuesday wednesday thursday friday saturday sunday");
    names("weekday", 1, "lunes martes miercoles jueves viernes sabado domingo");
    names(
        "month",
        1,
        "january february march april may june july august september october november december");
    names(
        "month",
        1,
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
    names("relative", 0, "yesterday");
    names("relative", 0, "ayer");
    names("relative", 1, "tomorrow tonight");
    NAMES.put("anoche", "relative-0");
  }

  private static final Set<String> BEHIND = Set.of("ago", "hace", "atras");
  private static final Set<String> AHEAD = Set.of("in", "en", "dentro");
  private static final Map<String, String> TURNS =
      Map.of(
          "last",
          "last",
          "past",
          "last",
          "next",
          "next",
          "pasado",
          "last",
          "pasada",
          "last",
          "proximo",
          "next",
          "proxima",
          "next",
          "siguiente",
          "next");
  private static final Set<String> PERIODS =
      Set.of("week", "month", "year", "day", "hour", "minute", "night");

  /** "The last couple of weeks". */
  private static final int TURN_REACH = 4;

  private static final Set<String> COUNTING =
      Set.of(
          "couple", "of", "few", "several", "or", "to", "full", "pocas", "pocos", "unas", "unos");

  private static final Set<String> VAGUE = Set.of("few", "several", "couple");

  private static final Set<String> BEFORE_IT = Set.of("before", "prior", "antes");
  private static final Set<String> AFTER_IT = Set.of("after", "following", "later", "despues");
  private static final Set<String> EVE = Set.of("anteayer", "antier");

  private TimeExpressions() {}

  public static List<TimeExpression> in(List<String> words, NoteLanguage language) {
    List<TimeExpression> found = new ArrayList<>();
    List<Quantity> quantities = new ArrayList<>(Quantities.in(words, language));
    quantities.addAll(Quantities.countedByArticle(words));
    for (int at = 0; at < words.size(); at++) {
      addNamed(words, at, quantities, found);
      addNumericDate(words.get(at), at, found);
      addTurn(words, at, found);
      addVague(words, at, found);
    }
    for (Quantity quantity : quantities) {
      addDirection(words, quantity, found);
    }
    return found;
  }

  private static void addNamed(
      List<String> words, int at, List<Quantity> quantities, List<TimeExpression> found) {
    String name = NAMES.get(words.get(at));
    boolean eve = isEve(words, at);
    if (eve) {
      found.add(new TimeExpression(Set.of("relative-eve"), at, at + 1));
    }
    if (name == null || eve || isDenied(words, at)) {
      return;
    }
    Set<String> days = daysBeside(at, quantities);
    if (AMBIGUOUS.contains(words.get(at)) && days.isEmpty()) {
      return;
    }
    Set<String> readings = new LinkedHashSet<>();
    if (name.startsWith("month") && !days.isEmpty()) {
      days.forEach(day -> readings.add(name + "-" + day));
    } else {
      readings.add(name);
    }
    found.add(new TimeExpression(readings, at, at + 1));
  }

  /** "On Thursday, not on Tuesday" speaks of Thursday. */
  private static boolean isDenied(List<String> words, int at) {
    return words.subList(Math.max(0, at - 2), at).stream()
        .anyMatch(word -> word.equals("not") || word.equals("no"));
  }

  /** Whether this word ends "the day before yesterday". */
  static boolean isEve(List<String> words, int at) {
    return EVE.contains(words.get(at))
        || at > 1 && words.subList(at - 2, at + 1).equals(List.of("day", "before", "yesterday"));
  }

  private static Set<String> daysBeside(int at, List<Quantity> quantities) {
    Set<String> days = new LinkedHashSet<>();
    for (Quantity quantity : quantities) {
      boolean beside =
          quantity.from() == at + 1
              || quantity.number().to() == at
              || quantity.number().to() == at - 1;
      if (beside && quantity.unit().isEmpty()) {
        quantity.number().readings().stream()
            .filter(TimeExpressions::isDayOfMonth)
            .forEach(days::add);
      }
    }
    return days;
  }

  private static boolean isDayOfMonth(String reading) {
    return reading.matches("[1-9]|[12]\\d|3[01]");
  }

  private static void addNumericDate(String word, int at, List<TimeExpression> found) {
    String[] parts = word.split("/", -1);
    if (parts.length == 3) {
      Set<String> readings = new LinkedHashSet<>();
      addMonthAndDay(parts[0], parts[1], readings);
      addMonthAndDay(parts[1], parts[0], readings);
      readings.add(word);
      found.add(new TimeExpression(readings, at, at + 1));
    } else if (parts.length == 2 && parts[1].matches("(?:19|20)\\d\\d")) {
      String month = "month-" + NumeralReader.canonical(parts[0]);
      found.add(new TimeExpression(Set.of(month), at, at + 1));
    }
  }

  private static void addMonthAndDay(String month, String day, Set<String> readings) {
    String plainMonth = NumeralReader.canonical(month);
    if (plainMonth.matches("[1-9]|1[0-2]")) {
      readings.add("month-" + plainMonth + "-" + NumeralReader.canonical(day));
    }
  }

  /** "Last week", "the next few weeks", "la semana pasada". */
  private static void addTurn(List<String> words, int at, List<TimeExpression> found) {
    String turn = TURNS.get(words.get(at));
    if (turn == null) {
      return;
    }
    for (int beside = at - 1; beside <= Math.min(at + TURN_REACH, words.size() - 1); beside++) {
      if (beside > at && !isCounting(words.subList(at + 1, beside))) {
        return;
      }
      Optional<Units.Found> unit = beside < 0 ? Optional.empty() : Units.at(words, beside);
      if (unit.map(Units.Found::unit).filter(PERIODS::contains).isPresent()) {
        found.add(
            new TimeExpression(
                Set.of(turn + "-" + unit.get().unit()),
                Math.min(at, beside),
                Math.max(at, beside) + 1));
        return;
      }
    }
  }

  /** "The last couple of weeks", not "the last shot 5 years ago". */
  private static boolean isCounting(List<String> between) {
    return between.stream()
        .allMatch(word -> COUNTING.contains(word) || NumberWords.isNumber(List.of(word)));
  }

  /** Only the direction; the number itself is another rule's affair. */
  private static void addDirection(
      List<String> words, Quantity quantity, List<TimeExpression> found) {
    if (quantity.unit().filter(PERIODS::contains).isEmpty()) {
      return;
    }
    String unit = quantity.unit().orElseThrow();
    int after = quantity.to();
    int before = quantity.from() - 1;
    if (before >= 0 && words.get(before).matches("about|around|approximately|de|unas|unos")) {
      before--;
    }
    boolean behind =
        (after < words.size() && BEHIND.contains(words.get(after)))
            || (before >= 0 && BEHIND.contains(words.get(before)));
    boolean fromNow =
        after + 1 < words.size()
            && words.get(after).equals("from")
            && words.get(after + 1).equals("now");
    addOrder(words, quantity, unit, found);
    boolean ahead = fromNow || (before >= 0 && AHEAD.contains(words.get(before)));
    if (behind || ahead) {
      Set<String> past = Set.of("behind-" + unit);
      Set<String> future = Set.of("ahead-" + unit);
      found.add(
          new TimeExpression(
              behind ? past : future, behind ? future : past, quantity.from(), quantity.to()));
    }
  }

  /** "A few months ago" is not a few years ago. */
  private static void addVague(List<String> words, int at, List<TimeExpression> found) {
    int to = at + 1;
    while (to < words.size() && words.get(to).equals("of")) {
      to++;
    }
    Optional<Units.Found> unit =
        VAGUE.contains(words.get(at)) && to < words.size()
            ? Units.at(words, to).filter(each -> PERIODS.contains(each.unit()))
            : Optional.empty();
    if (unit.isEmpty()
        || unit.get().to() >= words.size()
        || !BEHIND.contains(words.get(unit.get().to()))) {
      return;
    }
    Set<String> others = new LinkedHashSet<>();
    PERIODS.stream()
        .filter(period -> !period.equals(unit.get().unit()))
        .forEach(period -> others.add("behind-" + period));
    found.add(
        new TimeExpression(Set.of("behind-" + unit.get().unit()), others, at, unit.get().to()));
  }

  /** "Two days before the surgery" is not two days after it. */
  private static void addOrder(
      List<String> words, Quantity quantity, String unit, List<TimeExpression> found) {
    String next = quantity.to() < words.size() ? words.get(quantity.to()) : "";
    boolean before = BEFORE_IT.contains(next);
    if (!before && !AFTER_IT.contains(next)) {
      return;
    }
    Set<String> earlier = new LinkedHashSet<>();
    Set<String> later = new LinkedHashSet<>();
    for (String reading : quantity.number().readings()) {
      earlier.add("before-" + reading + "-" + unit);
      later.add("after-" + reading + "-" + unit);
    }
    found.add(
        new TimeExpression(
            before ? earlier : later,
            before ? later : earlier,
            quantity.from(),
            quantity.to() + 1));
  }

  private static void names(String kind, int first, String words) {
    int number = first;
    for (String word : words.split(" ", -1)) {
      NAMES.put(word, kind + "-" + number);
      number++;
    }
  }
}
