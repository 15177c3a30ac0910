package org.medicscribe.storage.transcript;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.events.TranscriptEvent.SegmentsFinalized;
import org.medicscribe.events.TranscriptEvent.SpeakersRevised;
import org.medicscribe.events.TranscriptEvent.TranscriptCompleted;
import org.medicscribe.events.TranscriptFold;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.intake.Unstorable;
import org.medicscribe.storage.transcript.TranscriptRepository.Progress;

/**
 * Folds finals into the transcript; once it is complete, says so. From then on persons correct it,
 * and no recogniser says any more who spoke.
 */
@ApplicationScoped
class TranscriptKeeper {

  private final EncounterLedger ledger;
  private final TranscriptRepository transcripts;
  private final Transcripts reading;
  private final TranscriptFollower follower;
  private final Clock clock;

  TranscriptKeeper(
      EncounterLedger ledger,
      TranscriptRepository transcripts,
      Transcripts reading,
      TranscriptFollower follower,
      Clock clock) {
    this.ledger = ledger;
    this.transcripts = transcripts;
    this.reading = reading;
    this.follower = follower;
    this.clock = clock;
  }

  /** Done when the event is stored, or of an encounter whose consent was withdrawn. */
  Uni<Void> keep(TranscriptEvent event) {
    return switch (event) {
      case SegmentsFinalized finals -> kept(finals);
      case SpeakersRevised revised -> kept(revised);
      case TranscriptCompleted completed ->
          reading.whole(completed.encounterId(), () -> kept(completed));
    };
  }

  private Uni<Void> kept(TranscriptEvent event) {
    return ledger
        .change(
            event.encounterId(),
            page ->
                page.encounter().withdrawn()
                    ? Uni.createFrom().item(page)
                    : apply(page, event).replaceWith(page))
        .chain(found ->
            found.isPresent()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().failure(Unstorable.unknownEncounter()));
  }

  private Uni<Void> apply(Page page, TranscriptEvent event) {
    return transcripts
        .progress(page.tx(), event.encounterId())
        .chain(progress ->
            switch (event) {
              case SegmentsFinalized finals -> add(page, progress.fold(), finals);
              case SpeakersRevised revised -> revise(page, progress, revised);
              case TranscriptCompleted completed -> complete(page, progress, completed);
            });
  }

  private Uni<Void> add(Page page, TranscriptFold fold, SegmentsFinalized finals) {
    TranscriptFold.Step step = fold.apply(finals);
    return transcripts
        .advance(page.tx(), finals.encounterId(), step.next(), heard(fold, finals), finals.engine())
        .chain(() -> transcripts.add(page.tx(), finals.encounterId(), step.added()));
  }

  /** One that comes twice, or late, after the transcript was complete, has no say. */
  private Uni<Void> revise(Page page, Progress progress, SpeakersRevised revised) {
    return progress.complete()
        ? Uni.createFrom().voidItem()
        : transcripts.revise(page.tx(), revised.encounterId(), revised.segments());
  }

  private Uni<Void> complete(Page page, Progress progress, TranscriptCompleted completed) {
    if (progress.complete()) {
      return Uni.createFrom().voidItem();
    }
    return transcripts
        .complete(page.tx(), completed.encounterId(), completed.engine(), clock.instant())
        .chain(() -> reading.segments(page.tx(), completed.encounterId()))
        .chain(segments -> follower.complete(page, segments));
  }

  /** What the finals listened to and no one had listened to before. */
  private static Optional<SampleRange> heard(TranscriptFold fold, SegmentsFinalized finals) {
    return finals.through().isAfter(fold.covered().max(finals.from()))
        ? Optional.of(new SampleRange(fold.covered().max(finals.from()), finals.through()))
        : Optional.empty();
  }
}
