package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Stems;

/**
 * When to come back, and when to come sooner. Covered by a statement that rests on the sentence or
 * shares most of its telling words.
 */
final class FollowUpFacts implements SafetyFacts {

  private static final double MOST = 0.5;

  private final Phrases followUps = Phrases.read("follow-up.txt");

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    List<Omission> omissions = new ArrayList<>();
    for (Sentence sentence : transcript.sentences()) {
      boolean said =
          !sentence.question() && Spoken.affirms(sentence, words -> !followUps.in(words).isEmpty());
      if (said && !note.cites(sentence) && !isCovered(sentence, note)) {
        omissions.add(Spoken.omission(Omission.Kind.FOLLOW_UP, sentence));
      }
    }
    return omissions;
  }

  private boolean isCovered(Sentence sentence, WrittenNote note) {
    return note.statements().stream()
        .filter(statement -> !followUps.in(statement).isEmpty())
        .anyMatch(statement -> sharesMost(sentence.words(), statement));
  }

  private static boolean sharesMost(List<String> said, List<String> statement) {
    for (NoteLanguage language : NoteLanguage.values()) {
      Set<String> telling = Stems.setOf(FunctionWords.removedFrom(said), language);
      Set<String> written = Stems.setOf(FunctionWords.removedFrom(statement), language);
      long shared = telling.stream().filter(written::contains).count();
      if (shared >= MOST * telling.size()) {
        return true;
      }
    }
    return false;
  }
}
