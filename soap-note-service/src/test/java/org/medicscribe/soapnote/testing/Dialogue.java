package org.medicscribe.soapnote.testing;

import java.util.ArrayList;
import java.util.List;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;
import org.medicscribe.soapnote.note.TranscriptIndex;

/** Small visits, written down as "clinician: ..." and "patient: ..."; the lines are s0, s1, ... */
public final class Dialogue {

  private Dialogue() {}

  public static TranscriptIndex of(String... lines) {
    return new TranscriptIndex(lines(lines));
  }

  public static List<TranscriptLine> lines(String... lines) {
    List<TranscriptLine> transcript = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split(":", 2);
      String speaker = parts[0].equals("clinician") ? "S1" : "S2";
      long at = transcript.size();
      transcript.add(
          new TranscriptLine(
              new SegmentId("s" + at),
              speaker,
              new SampleIndex(at),
              new SampleIndex(at + 1),
              parts[1].strip(),
              0.9));
    }
    return transcript;
  }
}
