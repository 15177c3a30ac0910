package org.medicscribe.soapnote.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * Reads numbers written in digits or words. Speech says numbers in more ways than a grammar book:
 * {@code one thirty over eighty}, {@code ninety eight point six}, {@code one oh five}.
 */
final class NumeralReader {

  private static final Pattern DIGITS = Pattern.compile("\\d+(?:[.,:/]\\d+)*");
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
  private static final Pattern ORDINAL_ENDING = Pattern.compile("st|nd|rd|th");
  private static final Set<String> OH = Set.of("oh", "o");

  private final NumberWords words;

  NumeralReader(NoteLanguage language) {
    this.words = NumberWords.of(language);
  }

  List<Numeral> read(List<String> row) {
    List<Numeral> numerals = new ArrayList<>();
    int at = 0;
    while (at < row.size()) {
      Optional<Numeral> numeral = ratioOrNumber(row, at);
      numeral.ifPresent(numerals::add);
      at = numeral.map(Numeral::to).orElse(at + 1);
    }
    return numerals;
  }

  private Optional<Numeral> ratioOrNumber(List<String> row, int at) {
    Optional<Numeral> first = number(row, at);
    if (first.isEmpty()) {
      return first;
    }
    int next = ratioWordEnd(row, first.get().to());
    if (next < 0) {
      return first;
    }
    Optional<Numeral> second = number(row, next);
    return second.isEmpty() ? first : Optional.of(ratio(first.get(), second.get()));
  }

  /** After "over" or "out of"; negative if neither stands here. */
  private int ratioWordEnd(List<String> row, int at) {
    if (at < row.size() && words.over().contains(row.get(at))) {
      return at + 1;
    }
    boolean outOf =
        at + 1 < row.size() && row.get(at).equals("out") && row.get(at + 1).equals("of");
    return outOf ? at + 2 : -1;
  }

  private static Numeral ratio(Numeral first, Numeral second) {
    Set<String> readings = new LinkedHashSet<>();
    for (String above : first.readings()) {
      for (String below : second.readings()) {
        readings.add(above + "/" + below);
      }
    }
    return new Numeral(readings, first.from(), second.to(), true);
  }

  private Optional<Numeral> number(List<String> row, int at) {
    if (at >= row.size()) {
      return Optional.empty();
    }
    return DIGITS.matcher(row.get(at)).matches() ? digits(row, at) : spelled(row, at);
  }

  private Optional<Numeral> digits(List<String> row, int at) {
    String text = row.get(at);
    int to = at + 1;
    Set<String> readings = new LinkedHashSet<>();
    boolean thousands = THOUSANDS.matcher(text).matches();
    readings.add(thousands ? text.replace(",", "") : canonical(text.replace(',', '.')));
    if (to + 1 < row.size()
        && words.point().contains(row.get(to))
        && DIGITS.matcher(row.get(to + 1)).matches()) {
      return Optional.of(
          new Numeral(Set.of(canonical(text + "." + row.get(to + 1))), at, to + 2, true));
    }
    if (to < row.size() && words.thousand().contains(row.get(to))) {
      return Optional.of(new Numeral(Set.of(canonical(text + "000")), at, to + 1, true));
    }
    if (to < row.size() && words.hundred().contains(row.get(to))) {
      return Optional.of(new Numeral(Set.of(canonical(text + "00")), at, to + 1, true));
    }
    if (to < row.size() && ORDINAL_ENDING.matcher(row.get(to)).matches()) {
      to++;
    }
    return Optional.of(withHalf(row, new Numeral(readings, at, to, true)));
  }

  private Optional<Numeral> spelled(List<String> row, int at) {
    String word = row.get(at);
    Integer ordinal = words.ordinals().get(word);
    if (ordinal != null) {
      return Optional.of(new Numeral(Set.of(ordinal.toString()), at, at + 1, true));
    }
    if (words.half().contains(word)) {
      return Optional.of(new Numeral(Set.of("0.5"), at, at + 1, true));
    }
    if (words.point().contains(word)) {
      return decimals(row, at, "0");
    }
    Optional<Numeral> whole = new SpelledNumber(words, row, at).read();
    if (whole.isEmpty()) {
      return whole;
    }
    Numeral number = whole.get();
    String plain = number.readings().iterator().next();
    if (number.readings().size() == 1 && number.to() < row.size()) {
      Optional<Numeral> decimal = decimals(row, number.to(), plain);
      if (decimal.isPresent()) {
        return Optional.of(new Numeral(decimal.get().readings(), at, decimal.get().to(), true));
      }
      if (OH.contains(row.get(number.to()))) {
        return Optional.of(spokenZero(row, number, plain));
      }
    }
    return Optional.of(withHalf(row, number));
  }

  /** {@code point five}, {@code point two five}, {@code point 5}. */
  private Optional<Numeral> decimals(List<String> row, int at, String whole) {
    if (!words.point().contains(row.get(at))) {
      return Optional.empty();
    }
    StringBuilder digits = new StringBuilder();
    int to = at + 1;
    while (to < row.size()) {
      Integer value = words.small().get(row.get(to));
      Integer ten = words.tens().get(row.get(to));
      if (value != null) {
        digits.append(value);
      } else if (ten != null && digits.isEmpty()) {
        digits.append(ten);
      } else if (digits.isEmpty() && row.get(to).chars().allMatch(Character::isDigit)) {
        digits.append(row.get(to));
      } else {
        break;
      }
      to++;
    }
    return digits.isEmpty()
        ? Optional.empty()
        : Optional.of(new Numeral(Set.of(canonical(whole + "." + digits)), at, to, true));
  }

  /** {@code one oh five}, {@code one oh one point two}. */
  private Numeral spokenZero(List<String> row, Numeral number, String plain) {
    int to = number.to() + 1;
    Integer last = to < row.size() ? words.small().get(row.get(to)) : null;
    if (last == null || last > 9) {
      return number;
    }
    Optional<Numeral> decimal =
        to + 1 < row.size() ? decimals(row, to + 1, plain + "0" + last) : Optional.empty();
    return decimal.isPresent()
        ? new Numeral(decimal.get().readings(), number.from(), decimal.get().to(), true)
        : new Numeral(Set.of(plain + "0" + last, plain + ":0" + last), number.from(), to + 1, true);
  }

  /** {@code two and a half}, {@code dos y media}. */
  private Numeral withHalf(List<String> row, Numeral number) {
    int at = number.to();
    if (at >= row.size() || !words.and().contains(row.get(at))) {
      return number;
    }
    int half = at + 1 < row.size() && row.get(at + 1).equals("a") ? at + 2 : at + 1;
    if (half >= row.size() || !words.half().contains(row.get(half))) {
      return number;
    }
    Set<String> readings = new LinkedHashSet<>();
    for (String reading : number.readings()) {
      if (reading.chars().allMatch(Character::isDigit)) {
        readings.add(reading + ".5");
      }
    }
    return readings.isEmpty() ? number : new Numeral(readings, number.from(), half + 1, true);
  }

  /** Without leading or trailing zeros; what is no decimal number stays as it is. */
  static String canonical(String text) {
    try {
      return new BigDecimal(text).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException aTimeOrRatio) {
      return text;
    }
  }
}
