package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;

/** Topic {@link Topics#AUDIO}, keyed by encounter; on the wire as {@link AudioRecords} says. */
public sealed interface AudioEvent {

  /**
   * A run of samples.
   *
   * @param pcm PCM16LE mono, a whole number of samples, at least one
   * @param claim by which its recorder was let in. Behind a {@link RecorderChanged} of a later
   *     claim a chunk is not part of the recording: its place there is the new recorder's
   */
  record AudioChunk(SampleIndex first, ByteBuffer pcm, long claim) implements AudioEvent {

    /** Of a gateway that does not tell; nobody replaces it. */
    public static final long UNCOUNTED = Long.MAX_VALUE;

    public AudioChunk {
      if (pcm.remaining() == 0 || pcm.remaining() % SampleIndex.BYTES != 0) {
        throw new IllegalArgumentException("a chunk holds a whole number of samples");
      }
    }

    public SampleIndex end() {
      return first.plus(pcm.remaining() / SampleIndex.BYTES);
    }
  }

  /** No more audio will come; {@code totalSamples} is what the recorder says it captured. */
  record RecordingStopped(SampleIndex totalSamples, StopReason reason) implements AudioEvent {}

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
