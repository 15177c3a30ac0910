package org.medicscribe.soapnote.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One attempt to read a whole number spelled in words from a place in a row. */
final class SpelledNumber {

  private final NumberWords words;
  private final List<String> row;
  private final int from;
  private int at;

  SpelledNumber(NumberWords words, List<String> row, int from) {
    this.words = words;
    this.row = row;
    this.from = from;
    this.at = from;
  }

  Optional<Numeral> read() {
    if (is("a") && words.hundred().contains(word(1))) {
      at++;
      return Optional.of(numeral(thousands(1)));
    }
    if (is("couple")) {
      at++;
      return Optional.of(new Numeral(Set.of("2"), from, at, false));
    }
    int first = belowHundred();
    if (first < 0 && !words.hundreds().containsKey(word(0))) {
      boolean thousand = words.thousand().contains(word(0));
      if (thousand) {
        at++;
      }
      return thousand
          ? Optional.of(numeral(1000 + Math.max(0, belowThousand(-1))))
          : Optional.empty();
    }
    boolean alone = at == from + 1 && words.one().contains(row.get(from));
    long value = first < 0 ? thousands(belowThousand(-1)) : thousands(first);
    if (alone && value == 1) {
      Optional<Numeral> joined = joined(1);
      return joined.isPresent() ? joined : Optional.of(new Numeral(Set.of("1"), from, at, false));
    }
    return Optional.of(
        value < 100 ? joined(value).orElseGet(() -> numeral(value)) : numeral(value));
  }

  /** The rest of a number of hundreds and thousands whose beginning was read. */
  private long thousands(int begun) {
    long value = belowThousand(begun);
    if (words.thousand().contains(word(0))) {
      at++;
      int mark = at;
      skipAnd();
      int rest = belowThousand(-1);
      if (rest < 0) {
        at = mark;
        rest = 0;
      }
      return value * 1000 + rest;
    }
    return value;
  }

  /**
   * @param begun what was read before, negative if nothing
   */
  private int belowThousand(int begun) {
    int value = begun;
    if (value < 0) {
      Integer hundreds = words.hundreds().get(word(0));
      if (hundreds == null) {
        value = belowHundred();
        if (value < 0) {
          return -1;
        }
      } else {
        at++;
        return hundreds + rest();
      }
    }
    if (words.hundred().contains(word(0))) {
      at++;
      return value * 100 + rest();
    }
    return value;
  }

  private int rest() {
    int mark = at;
    skipAnd();
    int rest = belowHundred();
    if (rest <= 0) {
      at = mark;
      return 0;
    }
    return rest;
  }

  private int belowHundred() {
    Integer small = words.small().get(word(0));
    if (small != null) {
      at++;
      return small;
    }
    Integer tens = words.tens().get(word(0));
    if (tens == null) {
      return -1;
    }
    at++;
    int mark = at;
    if (words.tensAnd().contains(word(0))) {
      at++;
    }
    Integer units = words.small().get(word(0));
    if (units != null && units > 0 && units < 10) {
      at++;
      return tens + units;
    }
    Integer last = ordinalUnit(word(0));
    if (last != null) {
      at++;
      return tens + last;
    }
    at = mark;
    return tens;
  }

  /** After a ten, first and second can be nothing else: "twenty first". */
  private @Nullable Integer ordinalUnit(String word) {
    return switch (word) {
      case "first" -> 1;
      case "second" -> 2;
      default -> {
        Integer ordinal = words.ordinals().get(word);
        yield ordinal != null && ordinal < 10 ? ordinal : null;
      }
    };
  }

  /**
   * {@code one thirty}, {@code nineteen ninety}: said side by side, meant as one number. Never
   * before a dose or a stretch of time: {@code one fifty milligram tablet} is one tablet of 50.
   */
  private Optional<Numeral> joined(long first) {
    int mark = at;
    int second = belowHundred();
    boolean amount =
        Units.at(row, at).filter(found -> Units.isTakenOrLasts(found.unit())).isPresent();
    if (second < 10 || first == 0 || amount) {
      at = mark;
      return Optional.empty();
    }
    Set<String> readings = new LinkedHashSet<>();
    readings.add(Long.toString(first * 100 + second));
    readings.add(first + ":" + second);
    return Optional.of(new Numeral(readings, from, at, true));
  }

  private Numeral numeral(long value) {
    return new Numeral(Set.of(Long.toString(value)), from, at, true);
  }

  private void skipAnd() {
    if (words.and().contains(word(0))) {
      at++;
    }
  }

  private boolean is(String word) {
    return word(0).equals(word);
  }

  private String word(int ahead) {
    return at + ahead < row.size() ? row.get(at + ahead) : "";
  }
}
