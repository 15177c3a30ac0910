package org.medicscribe.soapnote.note;

import java.util.List;
import org.medicscribe.events.SoapNote.SectionCode;

/** One part of a {@link Draft}. */
public record DraftSection(SectionCode code, List<DraftStatement> statements) {

  public DraftSection {
    statements = List.copyOf(statements);
  }
}
