package org.medicscribe.soapnote.events;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote;

/** What Jackson reads and writes by reflection, for the native image. */
@RegisterForReflection(
    targets = {
      EncounterId.class,
      EncounterState.class,
      EngineName.class,
      FailureKind.class,
      LiveEvent.class,
      LiveEvent.NoteDelta.class,
      NoteEvent.class,
      NoteEvent.NoteRequested.class,
      NoteEvent.TranscriptLine.class,
      NoteEvent.NoteDrafted.class,
      NoteEvent.NoteFailed.class,
      NoteRequestId.class,
      SampleIndex.class,
      SegmentId.class,
      SoapNote.class,
      SoapNote.Section.class,
      SoapNote.SectionCode.class,
      SoapNote.Statement.class,
      SoapNote.Evidence.class,
      SoapNote.Verification.class,
      SoapNote.Verification.Status.class,
      SoapNote.Finding.class,
      SoapNote.Omission.class,
      SoapNote.Omission.Kind.class,
      SoapNote.SpeakerRole.class
    })
final class NativeReflection {
  private NativeReflection() {}
}
