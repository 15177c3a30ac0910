package org.medicscribe.storage.note;

import java.util.List;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Verification;

/** A sentence as a drafter wrote it, with what it rests on and what code found about it. */
public record Wording(String text, List<Evidence> evidence, Verification verification) {

  public Wording {
    evidence = List.copyOf(evidence);
  }

  @Override
  public String toString() {
    return "Wording[" + verification.status() + "]";
  }
}
