package org.medicscribe.storage.transcript;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.Word;

/**
 * A segment as it reads now.
 *
 * @param words as they were heard, each at its time; the text may have been corrected
 * @param confidence in what was heard
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TranscriptSegment(
    SegmentId id,
    SampleIndex start,
    SampleIndex end,
    @Nullable String speaker,
    List<Word> words,
    double confidence,
    boolean inaudible,
    String text,
    @Nullable Corrected corrected) {

  /** A word below this confidence may be another one. */
  private static final double HEARD = 0.5;

  /** That a person corrected it, and what was heard. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Corrected(
      Instant at, String by, @Nullable String originalText, @Nullable String originalSpeaker) {
    @Override
    public String toString() {
      return "Corrected[" + at + "]";
    }
  }

  public TranscriptSegment {
    words = List.copyOf(words);
  }

  static TranscriptSegment of(Segment heard, Optional<Correction> correction) {
    @Nullable String text = correction.map(Correction::text).orElse(null);
    @Nullable String speaker = correction.map(Correction::speaker).orElse(null);
    return new TranscriptSegment(
        heard.id(),
        heard.start(),
        heard.end(),
        speaker == null ? heard.speaker() : speaker,
        heard.words(),
        heard.confidence(),
        heard.inaudible(),
        text == null ? heard.text() : text,
        correction.map(each -> corrected(heard, each)).orElse(null));
  }

  private static Corrected corrected(Segment heard, Correction correction) {
    return new Corrected(
        correction.by().at(),
        correction.by().name(),
        correction.text() == null ? null : heard.text(),
        correction.speaker() == null ? null : heard.speaker());
  }

  /** What a drafter is told; a person's words are certain. */
  public TranscriptLine line() {
    boolean isSure = corrected != null && corrected.originalText() != null;
    List<String> unclear =
        isSure
            ? List.of()
            : words.stream().filter(word -> word.confidence() < HEARD).map(Word::text).toList();
    return new TranscriptLine(id, speaker, start, end, text, isSure ? 1 : confidence, unclear);
  }

  @Override
  public String toString() {
    return "TranscriptSegment[" + id + "]";
  }
}
