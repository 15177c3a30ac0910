package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A final piece of transcript: one speaker, no pause worth a cut, {@code [start, end)}.
 *
 * @param speaker the label of a voice within the encounter ({@code S1}, {@code S2}), or null when
 *     nobody can tell
 * @param words empty only if {@code inaudible}: somebody spoke and was not understood
 * @param confidence the mean over the words, 0 to 1
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Segment(
    SampleIndex start,
    SampleIndex end,
    @Nullable String speaker,
    List<Word> words,
    double confidence,
    boolean inaudible) {

  public Segment {
    words = List.copyOf(words);
    if (words.isEmpty() != inaudible) {
      throw new IllegalArgumentException("a segment has words, or it is inaudible");
    }
    if (end.isBefore(start)) {
      throw new IllegalArgumentException("a segment ends before it starts");
    }
  }

  /** A segment of these words, spanning from the first to the last. */
  public static Segment of(@Nullable String speaker, List<Word> words) {
    return new Segment(
        words.getFirst().start(),
        words.getLast().end(),
        speaker,
        words,
        words.stream().mapToDouble(Word::confidence).average().orElseThrow(),
        false);
  }

  public static Segment inaudible(SampleIndex start, SampleIndex end, @Nullable String speaker) {
    return new Segment(start, end, speaker, List.of(), 0, true);
  }

  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public SegmentId id() {
    return SegmentId.startingAt(start);
  }

  /** The words, one space between each two. */
  @JsonProperty(access = JsonProperty.Access.READ_ONLY)
  public String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return "Segment[" + id() + ", words=" + words.size() + "]";
  }
}
