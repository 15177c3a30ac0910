package org.medicscribe.transcription.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.LiveEvent.InterimHeard;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.TranscriptEvent.RevisedSegment;
import org.medicscribe.events.TranscriptEvent.SegmentsFinalized;
import org.medicscribe.events.TranscriptEvent.SpeakersRevised;
import org.medicscribe.events.TranscriptFold;
import org.medicscribe.events.Word;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpokenWord;

/**
 * Turns what streams say, each on its own clock, into the transcript of one encounter: positions
 * become {@code stream base + stream position}, finals are cut where the speaker changes, and words
 * heard again by a later stream are dropped.
 */
final class TranscriptAssembler {

  private final EncounterId encounter;
  private final EngineName engine;
  private final SpeakerLabels speakers;
  private final Attributions attributions = new Attributions();
  private TranscriptFold fold;
  private SampleIndex base = SampleIndex.ZERO;

  /**
   * @param knowsVoicesAgain whether a speaker's number means the same voice in every stream
   */
  TranscriptAssembler(
      EncounterId encounter, EngineName engine, SampleIndex covered, boolean knowsVoicesAgain) {
    this.encounter = encounter;
    this.engine = engine;
    this.speakers = new SpeakerLabels(knowsVoicesAgain);
    this.fold = new TranscriptFold(covered);
  }

  /** The next results come from a stream whose first sample stands here. */
  void beginStream(SampleIndex base) {
    this.base = base;
    speakers.newStream();
  }

  /** Everything before this has been said by a final, or was skipped. */
  SampleIndex covered() {
    return fold.covered();
  }

  /** Finals beyond this never arrived at their readers and will be said again. */
  void returnTo(SampleIndex covered) {
    fold = new TranscriptFold(covered);
    attributions.forgetRevisions();
  }

  /** Empty when nothing that was published is another voice's. */
  Optional<SpeakersRevised> revised(SpeechResult.Revised result) {
    List<RevisedSegment> segments =
        attributions.revise(result.speakers(), number -> speakers.revised(number));
    return segments.isEmpty()
        ? Optional.empty()
        : Optional.of(new SpeakersRevised(encounter, segments));
  }

  /** Empty when earlier finals already cover all of it. */
  Optional<SegmentsFinalized> finalized(SpeechResult.Final result) {
    SampleIndex from = at(result.start());
    SampleIndex through = at(result.end());
    List<Segment> segments = result.inaudible() ? inaudible(from, through) : turns(result.words());
    SampleIndex covered = fold.covered();
    TranscriptFold.Step step =
        fold.apply(new SegmentsFinalized(encounter, from, through, segments, engine));
    fold = step.next();
    attributions.add(
        step.added(),
        result.words(),
        result.words().stream().map(word -> SegmentId.startingAt(at(word.start()))).toList());
    return through.isAfter(covered)
        ? Optional.of(
            new SegmentsFinalized(encounter, from.max(covered), through, step.added(), engine))
        : Optional.empty();
  }

  /** Empty when finals already cover all of it. */
  Optional<InterimHeard> interim(SpeechResult.Interim result) {
    List<SpokenWord> words =
        result.words().stream()
            .filter(word -> !isCovered(at(word.start()), at(word.end())))
            .toList();
    if (words.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new InterimHeard(
            encounter,
            at(words.getFirst().start()),
            at(words.getLast().end()),
            speakers.known(words.getFirst().speaker()),
            words.stream().map(SpokenWord::text).collect(Collectors.joining(" "))));
  }

  private boolean isCovered(SampleIndex start, SampleIndex end) {
    return start.plus(end.minus(start) / 2).isBefore(fold.covered());
  }

  private static List<Segment> inaudible(SampleIndex from, SampleIndex through) {
    return List.of(Segment.inaudible(from, through, null));
  }

  private List<Segment> turns(List<SpokenWord> spoken) {
    List<Segment> segments = new ArrayList<>();
    List<Word> turn = new ArrayList<>();
    @Nullable String speaker = null;
    for (SpokenWord heard : spoken) {
      Word word = new Word(heard.text(), at(heard.start()), at(heard.end()), heard.confidence());
      @Nullable String label = speakers.of(heard, word);
      if (!turn.isEmpty() && !Objects.equals(label, speaker)) {
        segments.add(Segment.of(speaker, turn));
        turn = new ArrayList<>();
      }
      speaker = label;
      turn.add(word);
    }
    if (!turn.isEmpty()) {
      segments.add(Segment.of(speaker, turn));
    }
    return segments;
  }

  private SampleIndex at(long streamPosition) {
    return base.plus(streamPosition);
  }
}
