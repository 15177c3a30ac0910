package org.medicscribe.soapnote.omissions;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Negation;
import org.medicscribe.soapnote.reading.Polarity;

/** What counts as said. */
final class Spoken {

  private Spoken() {}

  /** Asked and denied, or asked and left open, is not said. */
  static boolean isAffirmed(Sentence sentence, TranscriptIndex transcript) {
    return !sentence.question()
        || answerTo(sentence, transcript)
            .filter(answer -> Answers.of(answer.words()) == Polarity.AFFIRMED)
            .isPresent();
  }

  static Optional<Sentence> answerTo(Sentence question, TranscriptIndex transcript) {
    return transcript
        .sentenceAt(question.position() + 1)
        .filter(next -> !next.line().segment().equals(question.line().segment()));
  }

  /** Whether these words stand in it and are not denied there. */
  static boolean affirms(Sentence sentence, Predicate<List<String>> words) {
    return Negation.items(sentence.text()).stream()
        .filter(item -> item.polarity() != Polarity.DENIED)
        .anyMatch(item -> words.test(item.words()));
  }

  static Omission omission(Omission.Kind kind, Sentence sentence) {
    return new Omission(
        kind, sentence.text(), new Evidence(sentence.line().segment(), sentence.text()));
  }
}
