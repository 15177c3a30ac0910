package org.medicscribe.storage.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.SectionCode;

/**
 * Which statement of a draft says the same as which that a person stands for. Each has at most one
 * counterpart, the closest. Where it is doubtful there is none: a sentence that stands in the note
 * twice is seen, one that hides in a suggestion may not be.
 */
final class Counterparts {

  /** A statement kept, and where it stood. */
  record Kept(SectionCode section, int position, Statement statement) {}

  /** A statement of the draft. Two that read alike are still two: compared by identity. */
  record Drafted(SectionCode section, SoapNote.Statement statement) {
    Wording words() {
      return new Wording(statement.text(), statement.evidence(), statement.verification());
    }
  }

  /** The two rest on the same words of the transcript, or are the same words. */
  record Pair(Kept kept, Drafted drafted, boolean alike, long shared) {

    static Pair of(Kept kept, Drafted drafted) {
      return new Pair(kept, drafted, areAlike(kept, drafted), sharedQuotes(kept, drafted));
    }

    boolean isInOneSection() {
      return kept.section().equals(drafted.section());
    }

    private boolean isClose() {
      return shared > 0 || (alike && isInOneSection());
    }

    private boolean meets(Pair other) {
      return kept == other.kept() || drafted == other.drafted();
    }
  }

  private static final Comparator<Pair> CLOSEST_FIRST =
      Comparator.comparing(Pair::isInOneSection)
          .thenComparing(Pair::alike)
          .thenComparingLong(Pair::shared)
          .reversed();

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final List<Pair> pairs = new ArrayList<>();

  Counterparts(List<Kept> kept, List<Drafted> drafted) {
    kept.stream()
        .flatMap(each -> drafted.stream().map(other -> Pair.of(each, other)))
        .filter(Pair::isClose)
        .sorted(CLOSEST_FIRST)
        .forEach(pair -> {
          if (pairs.stream().noneMatch(pair::meets)) {
            pairs.add(pair);
          }
        });
  }

  Optional<Pair> of(Drafted drafted) {
    return pairs.stream().filter(pair -> pair.drafted() == drafted).findFirst();
  }

  Optional<Pair> of(Kept kept) {
    return pairs.stream().filter(pair -> pair.kept() == kept).findFirst();
  }

  /** The draft says what the person read, whether it was accepted or changed. */
  private static boolean areAlike(Kept kept, Drafted drafted) {
    Wording words = drafted.words();
    return words.text().equals(kept.statement().text()) || kept.statement().hasReplaced(words);
  }

  private static long sharedQuotes(Kept kept, Drafted drafted) {
    return kept.statement().evidence().stream()
        .filter(
            each -> drafted.statement().evidence().stream().anyMatch(other -> overlap(each, other)))
        .count();
  }

  /** Half of the shorter quote's words are in the other; a correction may have changed some. */
  private static boolean overlap(Evidence one, Evidence other) {
    if (!one.segment().equals(other.segment())) {
      return false;
    }
    Set<String> words = words(one.quote());
    Set<String> others = words(other.quote());
    int shorter = Math.min(words.size(), others.size());
    words.retainAll(others);
    return shorter > 0 && words.size() * 2 >= shorter;
  }

  private static Set<String> words(String quote) {
    return BETWEEN_WORDS
        .splitAsStream(quote.toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toSet());
  }
}
