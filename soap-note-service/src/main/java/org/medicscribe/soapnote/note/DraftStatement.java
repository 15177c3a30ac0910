package org.medicscribe.soapnote.note;

import java.util.List;

/**
 * One sentence of a {@link Draft}.
 *
 * @param evidence what the drafter says the sentence rests on, possibly nothing
 */
public record DraftStatement(String text, List<Citation> evidence) {

  public DraftStatement {
    evidence = List.copyOf(evidence);
  }

  @Override
  public String toString() {
    return "DraftStatement[citations=" + evidence.size() + "]";
  }
}
