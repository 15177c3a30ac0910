package org.medicscribe.soapnote.omissions;

import java.util.List;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.TranscriptIndex;

/** One kind of fact that a note should not leave out. */
interface SafetyFacts {

  List<Omission> missing(TranscriptIndex transcript, WrittenNote note);
}
