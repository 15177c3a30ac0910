package org.medicscribe.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the finals of one encounter in their order and keeps every word exactly once.
 *
 * <p>After a crash the next owner of the audio transcribes a few seconds again, and may cut them
 * differently. The rule that makes this harmless, for every reader: <b>a word whose middle lies
 * before the position already covered is dropped.</b> Whatever no final covers shows as a gap.
 *
 * @param covered everything before this position is covered by a final, or listed as a gap
 */
public record TranscriptFold(SampleIndex covered) {

  public static final TranscriptFold EMPTY = new TranscriptFold(SampleIndex.ZERO);

  /**
   * What one event adds.
   *
   * @param next the fold after it
   * @param added the segments, or what is left of them, that were not known before
   * @param gap audio that was skipped right before the event
   */
  public record Step(TranscriptFold next, List<Segment> added, Optional<SampleRange> gap) {}

  public Step apply(TranscriptEvent.SegmentsFinalized event) {
    List<Segment> added = new ArrayList<>(event.segments().size());
    for (Segment segment : event.segments()) {
      unknownPartOf(segment).ifPresent(added::add);
    }
    Optional<SampleRange> gap =
        event.from().isAfter(covered)
            ? Optional.of(new SampleRange(covered, event.from()))
            : Optional.empty();
    return new Step(new TranscriptFold(covered.max(event.through())), List.copyOf(added), gap);
  }

  /** The recording is {@code total} long: whatever lies between there and here is a gap. */
  public Optional<SampleRange> missingUpTo(SampleIndex total) {
    return covered.isBefore(total)
        ? Optional.of(new SampleRange(covered, total))
        : Optional.empty();
  }

  private Optional<Segment> unknownPartOf(Segment segment) {
    if (segment.inaudible()) {
      SampleIndex start = segment.start().max(covered);
      return start.isBefore(segment.end())
          ? Optional.of(Segment.inaudible(start, segment.end(), segment.speaker()))
          : Optional.empty();
    }
    List<Word> unknown =
        segment.words().stream().filter(word -> !word.middle().isBefore(covered)).toList();
    if (unknown.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        unknown.size() == segment.words().size()
            ? segment
            : Segment.of(segment.speaker(), unknown));
  }
}
