package org.medicscribe.soapnote.drafting;

import org.medicscribe.events.NoteTemplate;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;

/** What to write a note about, and how; long enough to be worth it. */
public record DraftRequest(
    TranscriptIndex transcript, NoteLanguage language, NoteTemplate template) {

  @Override
  public String toString() {
    return "DraftRequest[lines=" + transcript.lines().size() + ", " + language + "]";
  }
}
