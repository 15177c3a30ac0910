package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Topic {@link Topics#LIVE}, keyed by encounter: what a watching page shows and forgets. Nothing
 * here is a record of anything; whoever misses it loses nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = LiveEvent.InterimHeard.class, name = "interim-heard"),
  @JsonSubTypes.Type(value = LiveEvent.TranscriptionDelayed.class, name = "transcription-delayed"),
  @JsonSubTypes.Type(value = LiveEvent.NoteDelta.class, name = "note-delta"),
  @JsonSubTypes.Type(value = LiveEvent.EncounterChanged.class, name = "encounter-changed"),
  @JsonSubTypes.Type(value = LiveEvent.RecorderClaimed.class, name = "recorder-claimed")
})
public sealed interface LiveEvent {

  EncounterId encounterId();

  /** The best guess for audio not yet final; each one replaces the last. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record InterimHeard(
      EncounterId encounterId,
      SampleIndex start,
      SampleIndex end,
      @Nullable String speaker,
      String text)
      implements LiveEvent {
    @Override
    public String toString() {
      return "InterimHeard[" + encounterId + ", " + start.value() + ".." + end.value() + "]";
    }
  }

  /**
   * The transcript lags behind the audio; nothing is lost.
   *
   * @param behindMillis zero: it has caught up
   */
  record TranscriptionDelayed(EncounterId encounterId, long behindMillis, DelayReason reason)
      implements LiveEvent {}

  /** Why the transcript lags. */
  enum DelayReason {
    @JsonProperty("provider-unreachable")
    PROVIDER_UNREACHABLE,
    @JsonProperty("provider-refuses")
    PROVIDER_REFUSES,
    @JsonProperty("provider-out-of-credit")
    PROVIDER_OUT_OF_CREDIT,
    @JsonProperty("provider-busy")
    PROVIDER_BUSY,
    @JsonProperty("catching-up")
    CATCHING_UP,
    @JsonProperty("overloaded")
    OVERLOADED
  }

  /**
   * A piece of the note as it is being written, to be appended; the drafted note replaces it all.
   */
  record NoteDelta(
      EncounterId encounterId,
      NoteRequestId noteRequestId,
      SoapNote.SectionCode section,
      String text)
      implements LiveEvent {
    @Override
    public String toString() {
      return "NoteDelta[" + encounterId + ", " + section + "]";
    }
  }

  /** The encounter entered another state. */
  record EncounterChanged(EncounterId encounterId, EncounterState state) implements LiveEvent {}

  /**
   * This recorder, and no other, may send the encounter's audio from now on.
   *
   * @param claim counts the encounter's claims, so that a late event is known for one; absent from
   *     producers that did not count yet
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RecorderClaimed(EncounterId encounterId, String recorderId, @Nullable Long claim)
      implements LiveEvent {}
}
