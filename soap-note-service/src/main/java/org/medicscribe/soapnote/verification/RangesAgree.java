package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/**
 * "8 to 10" is written as it was said: no other end is put to it, nor are its ends turned round.
 */
final class RangesAgree implements VerificationRule {

  private static final Set<String> TO = Set.of("to", "or", "a", "o");

  /** Two numbers that are said together. */
  private record Range(Quantity from, Quantity to) {

    boolean isAs(Range other) {
      return isSame(from, other.from) && isSame(to, other.to);
    }

    boolean sharesAnEndWith(Range other) {
      return isSame(from, other.from)
          || isSame(to, other.to)
          || isSame(from, other.to)
          || isSame(to, other.from);
    }

    private static boolean isSame(Quantity one, Quantity other) {
      return one.number().readings().stream().anyMatch(other.number().readings()::contains);
    }
  }

  @Override
  public String name() {
    return "ranges-agree";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<Range> written = ranges(claim.words(), claim.language());
    if (written.isEmpty()) {
      return List.of();
    }
    List<Range> said = new ArrayList<>();
    for (Sentence sentence : claim.context()) {
      for (NoteLanguage language : NoteLanguage.values()) {
        said.addAll(ranges(sentence.words(), language));
      }
    }
    return written.stream()
        .filter(range -> said.stream().noneMatch(range::isAs))
        .filter(range -> said.stream().anyMatch(range::sharesAnEndWith))
        .map(range ->
            Objection.failure(
                String.join(
                    " ", claim.words().subList(range.from().from(), range.to().number().to()))))
        .toList();
  }

  private static List<Range> ranges(List<String> words, NoteLanguage language) {
    List<Quantity> quantities = Quantities.in(words, language);
    List<Range> ranges = new ArrayList<>();
    for (int at = 0; at + 1 < quantities.size(); at++) {
      Quantity one = quantities.get(at);
      Quantity other = quantities.get(at + 1);
      int between = one.number().to();
      if (between < words.size()
          && TO.contains(words.get(between))
          && other.from() == between + 1) {
        ranges.add(new Range(one, other));
      }
    }
    return ranges;
  }
}
