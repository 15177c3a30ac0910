package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * Topic {@link Topics#TRANSCRIPT}, keyed by encounter: what was said; words are never revised, who
 * said them may be.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = TranscriptEvent.SegmentsFinalized.class, name = "segments-finalized"),
  @JsonSubTypes.Type(
      value = TranscriptEvent.TranscriptCompleted.class,
      name = "transcript-completed"),
  @JsonSubTypes.Type(value = TranscriptEvent.SpeakersRevised.class, name = "speakers-revised")
})
public sealed interface TranscriptEvent {

  EncounterId encounterId();

  /**
   * All audio in {@code [from, through)} has been listened to.
   *
   * @param segments what was said there; empty when nobody spoke
   */
  record SegmentsFinalized(
      EncounterId encounterId,
      SampleIndex from,
      SampleIndex through,
      List<Segment> segments,
      EngineName engine)
      implements TranscriptEvent {
    public SegmentsFinalized {
      segments = List.copyOf(segments);
      if (through.isBefore(from)) {
        throw new IllegalArgumentException("a final ends before it starts");
      }
    }
  }

  /**
   * Segments that were published before are another voice's than was said then. Comes before the
   * transcript is complete; a reader that has a complete transcript leaves it as it is.
   */
  record SpeakersRevised(EncounterId encounterId, List<RevisedSegment> segments)
      implements TranscriptEvent {
    public SpeakersRevised {
      segments = List.copyOf(segments);
    }
  }

  /**
   * Who said a segment, as far as is known by now.
   *
   * @param speaker a label as in {@link Segment#speaker}
   */
  record RevisedSegment(SegmentId id, String speaker) {}

  /** The recording has ended and everything that could be heard has been published before this. */
  record TranscriptCompleted(EncounterId encounterId, SampleIndex totalSamples, EngineName engine)
      implements TranscriptEvent {}
}
