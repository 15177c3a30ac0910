package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import org.medicscribe.soapnote.note.Citation;

/**
 * A statement the note could hold.
 *
 * @param place where in the transcript it was said, 0 at its start to 1 at its end
 */
record Candidate(
    String text, StatementKind kind, SpeakerSide side, double place, List<Citation> evidence) {

  Candidate {
    evidence = List.copyOf(evidence);
  }

  int wordCount() {
    return text.split("\\s+").length;
  }

  @Override
  public String toString() {
    return "Candidate[" + kind + ", " + side + "]";
  }
}
