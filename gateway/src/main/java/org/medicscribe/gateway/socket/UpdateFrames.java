package org.medicscribe.gateway.socket;

import java.util.Optional;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.TranscriptEvent;

/** What a page is told of an event; not every event concerns it. */
final class UpdateFrames {

  private UpdateFrames() {}

  static Optional<ServerFrame> of(TranscriptEvent event) {
    return switch (event) {
      case TranscriptEvent.SegmentsFinalized segments ->
          Optional.of(
              new ServerFrame.Final(segments.from(), segments.through(), segments.segments()));
      case TranscriptEvent.SpeakersRevised revised ->
          Optional.of(new ServerFrame.Speakers(revised.segments()));
      // The change of state that follows says it.
      case TranscriptEvent.TranscriptCompleted _ -> Optional.empty();
    };
  }

  static Optional<ServerFrame> of(NoteEvent event) {
    return switch (event) {
      case NoteEvent.NoteRequested _ -> Optional.empty();
      case NoteEvent.NoteDrafted drafted ->
          Optional.of(
              new ServerFrame.Note(
                  drafted.noteRequestId(), ServerFrame.Note.Outcome.DRAFTED, null, null));
      case NoteEvent.NoteFailed failed ->
          Optional.of(
              new ServerFrame.Note(
                  failed.noteRequestId(),
                  ServerFrame.Note.Outcome.FAILED,
                  failed.code(),
                  failed.advice()));
    };
  }

  static Optional<ServerFrame> of(LiveEvent event) {
    return switch (event) {
      case LiveEvent.InterimHeard heard ->
          Optional.of(
              new ServerFrame.Interim(heard.start(), heard.end(), heard.speaker(), heard.text()));
      case LiveEvent.TranscriptionDelayed delayed ->
          Optional.of(new ServerFrame.Delay(delayed.behindMillis(), delayed.reason()));
      case LiveEvent.NoteDelta delta ->
          Optional.of(
              new ServerFrame.NoteDelta(delta.noteRequestId(), delta.section(), delta.text()));
      case LiveEvent.EncounterChanged changed ->
          Optional.of(new ServerFrame.State(changed.state()));
      case LiveEvent.RecorderClaimed _ -> Optional.empty();
    };
  }
}
