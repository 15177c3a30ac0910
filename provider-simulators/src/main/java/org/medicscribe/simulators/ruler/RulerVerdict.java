package org.medicscribe.simulators.ruler;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;

/**
 * Whether a transcript is exactly the words {@code 0..expected-1} of one session, each once and in
 * order; {@link #toString} says what is wrong in a line a person can read.
 *
 * @param heard ruler words of this session in the transcript
 * @param missing never heard
 * @param doubled heard again
 * @param outOfOrder heard after a later one, and not before
 * @param unexpected beyond the expected ones
 * @param foreign words of other sessions and words that are no ruler words
 */
public record RulerVerdict(
    int session,
    long expected,
    long heard,
    List<Long> missing,
    List<Long> doubled,
    List<Long> outOfOrder,
    List<Long> unexpected,
    List<String> foreign) {

  public RulerVerdict {
    missing = List.copyOf(missing);
    doubled = List.copyOf(doubled);
    outOfOrder = List.copyOf(outOfOrder);
    unexpected = List.copyOf(unexpected);
    foreign = List.copyOf(foreign);
  }

  /** Judges a whole text; punctuation and capitals do not matter. */
  public static RulerVerdict ofText(int session, long expected, String text) {
    return of(session, expected, text.isBlank() ? List.of() : List.of(text.strip().split("\\s+")));
  }

  public static RulerVerdict of(int session, long expected, Iterable<String> words) {
    BitSet seen = new BitSet();
    List<Long> doubled = new ArrayList<>();
    List<Long> outOfOrder = new ArrayList<>();
    List<Long> unexpected = new ArrayList<>();
    List<String> foreign = new ArrayList<>();
    long heard = 0;
    for (String word : words) {
      Matcher matcher = RulerWord.matcher(word);
      if (!matcher.find() || RulerWord.of(matcher).session() != session) {
        foreign.add(word);
        continue;
      }
      long index = RulerWord.of(matcher).index();
      heard++;
      if (index >= expected) {
        unexpected.add(index);
      } else if (seen.get((int) index)) {
        doubled.add(index);
      } else {
        if (index < seen.length() - 1) {
          outOfOrder.add(index);
        }
        seen.set((int) index);
      }
    }
    List<Long> missing = new ArrayList<>();
    for (int i = seen.nextClearBit(0); i < expected; i = seen.nextClearBit(i + 1)) {
      missing.add((long) i);
    }
    return new RulerVerdict(
        session, expected, heard, missing, doubled, outOfOrder, unexpected, foreign);
  }

  public boolean isExact() {
    return missing.isEmpty()
        && doubled.isEmpty()
        && outOfOrder.isEmpty()
        && unexpected.isEmpty()
        && foreign.isEmpty();
  }

  @Override
  public String toString() {
    if (isExact()) {
      return "session %d: exactly the words 0 to %d".formatted(session, expected - 1);
    }
    StringBuilder text = new StringBuilder();
    text.append("session %d: heard %d of %d words".formatted(session, heard, expected));
    append(text, "missing", missing);
    append(text, "doubled", doubled);
    append(text, "out of order", outOfOrder);
    append(text, "unexpected", unexpected);
    if (!foreign.isEmpty()) {
      text.append("; foreign (%d) ".formatted(foreign.size()));
      text.append(String.join(" ", foreign.subList(0, Math.min(10, foreign.size()))));
    }
    return text.toString();
  }

  /** Writes neighbours as a range: {@code 3-7 12}. */
  private static void append(StringBuilder text, String name, List<Long> indexes) {
    if (indexes.isEmpty()) {
      return;
    }
    text.append("; %s (%d)".formatted(name, indexes.size()));
    int from = 0;
    while (from < indexes.size()) {
      int to = from;
      while (to + 1 < indexes.size() && indexes.get(to + 1) == indexes.get(to) + 1) {
        to++;
      }
      text.append(' ').append(indexes.get(from));
      if (to > from) {
        text.append('-').append(indexes.get(to));
      }
      from = to + 1;
    }
  }
}
