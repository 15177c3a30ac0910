package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Topic {@link Topics#AUDIO}, keyed by encounter; on the wire as {@link AudioRecords} says. */
public sealed interface AudioEvent {

  /**
   * Whether it comes from a recorder that had been replaced where this claim's {@link
   * RecorderChanged} stands before it. It is not part of the recording then: its place is the new
   * recorder's.
   */
  default boolean isFromBefore(long claim) {
    return false;
  }

  /**
   * A run of samples.
   *
   * @param pcm PCM16LE mono, a whole number of samples, at least one
   * @param claim by which its recorder was let in
   */
  record AudioChunk(SampleIndex first, ByteBuffer pcm, long claim) implements AudioEvent {

    /** Of a gateway that does not tell; nobody replaces it. */
    public static final long UNCOUNTED = Long.MAX_VALUE;

    public AudioChunk {
      if (pcm.remaining() == 0 || pcm.remaining() % SampleIndex.BYTES != 0) {
        throw new IllegalArgumentException("a chunk holds a whole number of samples");
      }
    }

    @Override
    public boolean isFromBefore(long claim) {
      return this.claim < claim;
    }

    public SampleIndex end() {
      return first.plus(pcm.remaining() / SampleIndex.BYTES);
    }
  }

  /**
   * No more audio will come.
   *
   * @param totalSamples what the recorder says it captured
   * @param claim by which the recorder that says so was let in; null when it was no recorder
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record RecordingStopped(SampleIndex totalSamples, StopReason reason, @Nullable Long claim)
      implements AudioEvent {

    public RecordingStopped(SampleIndex totalSamples, StopReason reason) {
      this(totalSamples, reason, null);
    }

    public RecordingStopped saidBy(long claim) {
      return new RecordingStopped(totalSamples, reason, claim);
    }

    @Override
    public boolean isFromBefore(long claim) {
      return this.claim != null && this.claim < claim;
    }
  }

  /**
   * Another recorder has been let in by this claim. What was sent before stands before it in the
   * log, so whoever has read this knows where the new recorder's audio begins.
   */
  record RecorderChanged(long claim) implements AudioEvent {}

  /** Why a recording ended. */
  enum StopReason {
    /** The clinician ended it. */
    @JsonProperty("stopped")
    STOPPED,
    /** A finished recording was uploaded whole. */
    @JsonProperty("uploaded")
    UPLOADED,
    /** Nothing came for too long, and no recorder returned. */
    @JsonProperty("abandoned")
    ABANDONED,
    /** It reached the longest length allowed. */
    @JsonProperty("limit-reached")
    LIMIT_REACHED,
    /** Consent was withdrawn: what was heard is to be deleted, not transcribed. */
    @JsonProperty("consent-withdrawn")
    CONSENT_WITHDRAWN
  }
}
