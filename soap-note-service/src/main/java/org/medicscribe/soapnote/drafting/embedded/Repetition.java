package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Stems;

/**
 * A statement of which every word is told by a fuller one of the same section is merged into it:
 * "Order an echocardiogram" into "Order an echocardiogram for the murmur".
 */
final class Repetition {

  /** Places to look at; more than these prove nothing more. */
  private static final int MOST_CITED = 6;

  private static final Set<String> DENIALS =
      Set.of("no", "not", "denies", "never", "without", "cannot", "nor", "none");

  private Repetition() {}

  /** In the order of the statements that stay. */
  static List<DraftStatement> merged(List<DraftStatement> statements) {
    List<Set<String>> told = statements.stream().map(Repetition::told).toList();
    List<DraftStatement> kept = new ArrayList<>();
    for (int at = 0; at < statements.size(); at++) {
      if (fuller(told, at) < 0) {
        kept.add(withRepeated(statements, told, at));
      }
    }
    return kept;
  }

  private static DraftStatement withRepeated(
      List<DraftStatement> statements, List<Set<String>> told, int at) {
    List<Citation> evidence = new ArrayList<>(statements.get(at).evidence());
    for (int other = 0; other < statements.size(); other++) {
      if (fuller(told, other) == at) {
        statements.get(other).evidence().stream()
            .filter(citation -> !evidence.contains(citation) && evidence.size() < MOST_CITED)
            .forEach(evidence::add);
      }
    }
    return new DraftStatement(statements.get(at).text(), evidence);
  }

  /** Where a statement stands that tells all of this one; of equal ones the first. */
  private static int fuller(List<Set<String>> told, int at) {
    Set<String> own = told.get(at);
    for (int other = 0; other < told.size(); other++) {
      boolean more = told.get(other).size() > own.size() || other < at;
      if (other != at
          && more
          && !own.isEmpty()
          && told.get(other).containsAll(own)
          && own.contains("-") == told.get(other).contains("-")) {
        int further = fuller(told, other);
        return further < 0 ? other : further;
      }
    }
    return -1;
  }

  private static Set<String> told(DraftStatement statement) {
    List<String> words = PlainWords.of(statement.text());
    Set<String> told =
        new HashSet<>(Stems.of(FunctionWords.removedFrom(words), NoteLanguage.ENGLISH));
    if (words.stream().anyMatch(word -> DENIALS.contains(word) || word.endsWith("n't"))) {
      told.add("-");
    }
    return told;
  }
}
