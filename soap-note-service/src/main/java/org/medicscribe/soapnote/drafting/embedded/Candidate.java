package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
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

  /** Both in one statement, the second led up to by a semicolon. */
  Candidate and(Candidate second) {
    String first = text.replaceFirst("[.!?]+$", "");
    String then = second.text.replaceFirst("^(?:Patient|Clinician): ", "");
    boolean proper = then.startsWith("I ") || then.startsWith("I'");
    String joined =
        first + "; " + (proper ? then : Character.toLowerCase(then.charAt(0)) + then.substring(1));
    List<Citation> all = new ArrayList<>(evidence);
    all.addAll(second.evidence);
    return new Candidate(joined, kind, side, place, all);
  }

  int wordCount() {
    return text.split("\\s+").length;
  }

  @Override
  public String toString() {
    return "Candidate[" + kind + ", " + side + "]";
  }
}
