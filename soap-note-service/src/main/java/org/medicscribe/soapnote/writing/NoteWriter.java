package org.medicscribe.soapnote.writing;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.soapnote.drafting.DraftProgress;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.DraftResult;
import org.medicscribe.soapnote.drafting.NoteDrafter;
import org.medicscribe.soapnote.drafting.Telling;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;

/**
 * Turns a request into its one outcome, a draft or a failure; never into a note that nobody
 * drafted. Holds no state between requests.
 */
public final class NoteWriter {

  private final NoteDrafter drafter;
  private final Review review;
  private final WritingConfig config;
  private final Clock clock;

  public NoteWriter(NoteDrafter drafter, Review review, WritingConfig config, Clock clock) {
    this.drafter = drafter;
    this.review = review;
    this.config = config;
    this.clock = clock;
  }

  /** Never fails: a defect of ours is an outcome, too. */
  public Uni<NoteEvent> write(NoteRequested request, Consumer<DraftProgress> progress) {
    return Uni.createFrom()
        .deferred(() -> outcome(request, progress))
        .onFailure()
        .recoverWithItem(defect -> Outcomes.defect(request));
  }

  private Uni<NoteEvent> outcome(NoteRequested request, Consumer<DraftProgress> progress) {
    Optional<NoteLanguage> language = NoteLanguage.of(request.language());
    Optional<NoteTemplate> template =
        Optional.ofNullable(request.form()).or(() -> ShippedTemplates.find(request.template()));
    if (language.isEmpty() || template.isEmpty()) {
      return Uni.createFrom()
          .item(language.isEmpty() ? Outcomes.noLanguage(request) : Outcomes.noTemplate(request));
    }
    TranscriptIndex transcript = new TranscriptIndex(request.transcript(), request.roles());
    if (transcript.wordCount() < config.minimumWords()) {
      return Uni.createFrom().item(Outcomes.tooShort(request));
    }
    DraftRequest draft = new DraftRequest(transcript, language.get(), template.get());
    Instant giveUp = clock.instant().plus(config.retryFor());
    return drafted(draft, new Telling(progress), giveUp, config.firstPause())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(result -> reviewed(request, draft, result));
  }

  private Uni<DraftResult> drafted(
      DraftRequest draft, Telling telling, Instant giveUp, Duration pause) {
    return drafter
        .draft(draft, telling.nextAttempt())
        .chain(result -> {
          boolean again =
              result instanceof DraftResult.Refused refused
                  && refused.kind().isRetried()
                  && clock.instant().plus(pause).isBefore(giveUp);
          return again
              ? Uni.createFrom()
                  .voidItem()
                  .onItem()
                  .delayIt()
                  .by(pause)
                  .chain(() -> drafted(draft, telling, giveUp, pause.multipliedBy(2)))
              : Uni.createFrom().item(result);
        });
  }

  private NoteEvent reviewed(NoteRequested request, DraftRequest draft, DraftResult result) {
    return switch (result) {
      case DraftResult.Drafted drafted ->
          new NoteDrafted(
              request.encounterId(),
              request.noteRequestId(),
              review.of(drafted.draft(), draft),
              drafter.engine(),
              clock.instant());
      case DraftResult.Refused refused ->
          new NoteFailed(
              request.encounterId(),
              request.noteRequestId(),
              refused.kind(),
              refused.code(),
              refused.advice());
    };
  }
}
