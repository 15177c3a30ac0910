package org.medicscribe.devstack.client;

import java.util.List;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.events.TranscriptFold;

/** What has been heard so far, every word once, whatever is told twice. */
final class Transcript {

  /** The socket does not say which engine heard; the fold does not care. */
  private static final EngineName UNNAMED = new EngineName("", false);

  private final EncounterId encounter;
  private TranscriptFold fold = TranscriptFold.EMPTY;

  Transcript(EncounterId encounter) {
    this.encounter = encounter;
  }

  /** What of it is new. */
  List<Segment> add(Incoming.Heard heard) {
    TranscriptFold.Step step =
        fold.apply(
            new TranscriptEvent.SegmentsFinalized(
                encounter, heard.from(), heard.through(), heard.segments(), UNNAMED));
    fold = step.next();
    return step.added();
  }

  SampleIndex covered() {
    return fold.covered();
  }
}
