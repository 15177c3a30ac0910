package org.medicscribe.transcription.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.events.Word;

/** The contracts know no framework, so the native image learns here what Jackson reads of them. */
@RegisterForReflection(
    targets = {
      AudioEvent.RecordingStopped.class,
      AudioEvent.RecorderChanged.class,
      AudioEvent.StopReason.class,
      EngineName.class,
      LiveEvent.class,
      LiveEvent.DelayReason.class,
      LiveEvent.InterimHeard.class,
      LiveEvent.TranscriptionDelayed.class,
      RecordingSettings.class,
      SampleIndex.class,
      Segment.class,
      SegmentId.class,
      TranscriptEvent.class,
      TranscriptEvent.SegmentsFinalized.class,
      TranscriptEvent.TranscriptCompleted.class,
      Word.class
    })
final class EventReflection {

  private EventReflection() {}
}
