package org.medicscribe.storage;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.events.Word;

/** The contracts know no framework, so the native image learns here what Jackson reads of them. */
@RegisterForReflection(
    targets = {
      AudioEvent.RecordingStopped.class,
      AudioEvent.RecorderChanged.class,
      AudioEvent.StopReason.class,
      EncounterState.class,
      EngineName.class,
      FailureKind.class,
      LiveEvent.class,
      LiveEvent.EncounterChanged.class,
      LiveEvent.RecorderClaimed.class,
      NoteEvent.class,
      NoteEvent.NoteDrafted.class,
      NoteEvent.NoteFailed.class,
      NoteEvent.NoteRequested.class,
      NoteEvent.TranscriptLine.class,
      RecordingSettings.class,
      SampleIndex.class,
      SampleRange.class,
      Segment.class,
      SegmentId.class,
      SoapNote.class,
      SoapNote.Evidence.class,
      SoapNote.Finding.class,
      SoapNote.Omission.class,
      SoapNote.Omission.Kind.class,
      SoapNote.Section.class,
      SoapNote.SectionCode.class,
      SoapNote.SpeakerRole.class,
      SoapNote.Statement.class,
      SoapNote.Verification.class,
      SoapNote.Verification.Status.class,
      TranscriptEvent.class,
      TranscriptEvent.SegmentsFinalized.class,
      TranscriptEvent.TranscriptCompleted.class,
      Word.class
    })
final class EventReflection {

  private EventReflection() {}
}
