package org.medicscribe.gateway.socket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.TranscriptEvent.RevisedSegment;
import org.medicscribe.gateway.session.Refusal;

/** What a page is told, as JSON. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ServerFrame.Ready.class, name = "ready"),
  @JsonSubTypes.Type(value = ServerFrame.Ack.class, name = "ack"),
  @JsonSubTypes.Type(value = ServerFrame.Stopped.class, name = "stopped"),
  @JsonSubTypes.Type(value = ServerFrame.Interim.class, name = "interim"),
  @JsonSubTypes.Type(value = ServerFrame.Final.class, name = "segment"),
  @JsonSubTypes.Type(value = ServerFrame.Speakers.class, name = "speakers"),
  @JsonSubTypes.Type(value = ServerFrame.NoteDelta.class, name = "note-delta"),
  @JsonSubTypes.Type(value = ServerFrame.Note.class, name = "note"),
  @JsonSubTypes.Type(value = ServerFrame.State.class, name = "state"),
  @JsonSubTypes.Type(value = ServerFrame.Delay.class, name = "delay"),
  @JsonSubTypes.Type(value = ServerFrame.Failed.class, name = "failed")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface ServerFrame {

  /** Audio may come, from {@code next} on, within these limits. */
  record Ready(SampleIndex next, long windowSamples, int maxFrameSamples, long maxTotalSamples)
      implements ServerFrame {}

  /** Every sample before {@code through} is safe. */
  record Ack(SampleIndex through) implements ServerFrame {}

  /** The recording is complete and safe. */
  record Stopped(SampleIndex totalSamples) implements ServerFrame {}

  /** The best guess for audio not yet final; replaces the one before. */
  record Interim(SampleIndex start, SampleIndex end, @Nullable String speaker, String text)
      implements ServerFrame {
    @Override
    public String toString() {
      return "Interim[" + start.value() + ".." + end.value() + "]";
    }
  }

  /** What was said in {@code [from, through)}; its words are never revised. */
  record Final(SampleIndex from, SampleIndex through, List<Segment> segments)
      implements ServerFrame {}

  /** These segments, told before, are another voice's than was said then. */
  record Speakers(List<RevisedSegment> segments) implements ServerFrame {}

  /** A piece of the note as it is being written. */
  record NoteDelta(NoteRequestId noteRequestId, SoapNote.SectionCode section, String text)
      implements ServerFrame {
    @Override
    public String toString() {
      return "NoteDelta[" + noteRequestId + ", " + section + "]";
    }
  }

  /**
   * A request for a note has come to its end.
   *
   * @param code why there is no note
   * @param advice what the user can do then
   */
  record Note(
      NoteRequestId noteRequestId, Outcome outcome, @Nullable String code, @Nullable String advice)
      implements ServerFrame {

    /** How it ended. */
    public enum Outcome {
      @JsonProperty("drafted")
      DRAFTED,
      @JsonProperty("failed")
      FAILED
    }
  }

  /** The encounter has entered another state. */
  record State(EncounterState state) implements ServerFrame {}

  /** The transcript lags; zero says that it has caught up. */
  record Delay(long behindMillis, LiveEvent.DelayReason reason) implements ServerFrame {}

  /** A refusal; the socket is closed after it. */
  record Failed(Problem problem, @Nullable SampleIndex expected) implements ServerFrame {

    static Failed of(Refusal refusal) {
      return new Failed(
          Problem.of(refusal.reason().problem()).advising(refusal.detail()), refusal.expected());
    }
  }
}
