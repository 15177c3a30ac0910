package org.medicscribe.soapnote.omissions;

import java.util.List;
import java.util.stream.Stream;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;

/** Lists the safety facts that were said and that the note leaves out. Pure. */
public final class OmissionFinder {

  private final List<SafetyFacts> kinds;

  public OmissionFinder(Medicines medicines) {
    this.kinds =
        List.of(
            new MedicineFacts(medicines),
            new AllergyFacts(medicines),
            new RedFlagFacts(),
            new FollowUpFacts());
  }

  /** In the order they were said, kind by kind. */
  public List<Omission> find(TranscriptIndex transcript, List<Section> note) {
    WrittenNote written = new WrittenNote(note);
    return kinds.stream().flatMap(kind -> omitted(kind, transcript, written)).toList();
  }

  private static Stream<Omission> omitted(
      SafetyFacts kind, TranscriptIndex transcript, WrittenNote written) {
    return kind.missing(transcript, written).stream();
  }
}
