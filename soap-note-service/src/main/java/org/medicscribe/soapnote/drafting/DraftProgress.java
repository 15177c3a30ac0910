package org.medicscribe.soapnote.drafting;

import org.medicscribe.events.SoapNote.SectionCode;

/** A piece of a section's text, to be appended to what is shown of it. */
public record DraftProgress(SectionCode section, String text) {

  @Override
  public String toString() {
    return "DraftProgress[" + section + "]";
  }
}
