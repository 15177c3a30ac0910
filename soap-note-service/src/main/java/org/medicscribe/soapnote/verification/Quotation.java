package org.medicscribe.soapnote.verification;

import java.util.List;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Sentence;

/** A citation after it was looked up in the transcript. */
sealed interface Quotation {

  Citation citation();

  /** The words stand in the line that was named; {@code sentences} are those they touch. */
  record Standing(Citation citation, TranscriptLine line, List<Sentence> sentences)
      implements Quotation {}

  /** The words were said, but in this other line. */
  record Elsewhere(Citation citation, TranscriptLine line, List<Sentence> sentences)
      implements Quotation {}

  /** Nobody said these words in the line that was named, nor anywhere else. */
  record NeverSaid(Citation citation, TranscriptLine line) implements Quotation {}

  /** The line that was named does not exist, and nobody said these words. */
  record Nowhere(Citation citation) implements Quotation {}
}
