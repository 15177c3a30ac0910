package org.medicscribe.storage.transcript;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.Segment;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;

/** Corrects complete transcripts, until the note is signed; whatever changes makes drafts stale. */
@ApplicationScoped
class Corrections {

  private final EncounterLedger ledger;
  private final TranscriptRepository heard;
  private final CorrectionRepository corrections;
  private final Transcripts transcripts;
  private final Clock clock;

  Corrections(
      EncounterLedger ledger,
      TranscriptRepository heard,
      CorrectionRepository corrections,
      Transcripts transcripts,
      Clock clock) {
    this.ledger = ledger;
    this.heard = heard;
    this.corrections = corrections;
    this.transcripts = transcripts;
    this.clock = clock;
  }

  /**
   * The segment as it reads then; empty when there is none of this id.
   *
   * @param text null to leave it
   * @param speaker null to leave it
   */
  Uni<Answer<Optional<TranscriptSegment>>> correct(
      Caller caller,
      EncounterId id,
      SegmentId segment,
      @Nullable String text,
      @Nullable String speaker) {
    return transcripts.whole(
        id,
        () -> ledger.changeFor(caller, id, page -> correct(page, caller, segment, text, speaker)));
  }

  private Uni<Answer<Optional<TranscriptSegment>>> correct(
      Page page,
      Caller caller,
      SegmentId segment,
      @Nullable String text,
      @Nullable String speaker) {
    EncounterId id = page.encounter().id();
    return onceComplete(
        page,
        () ->
            heard
                .segment(page.tx(), id, segment)
                .chain(found ->
                    found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : correct(page, caller, found.get(), text, speaker).map(Optional::of)));
  }

  private Uni<TranscriptSegment> correct(
      Page page, Caller caller, Segment segment, @Nullable String text, @Nullable String speaker) {
    EncounterId id = page.encounter().id();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Correction.By by = new Correction.By(caller.subject(), caller.name(), now);
    return corrections
        .corrections(page.tx(), id)
        .map(all -> Optional.ofNullable(all.get(segment.id())))
        .chain(before -> {
          Optional<Correction> wanted = Correction.of(segment, before, text, speaker, by);
          TranscriptSegment was = TranscriptSegment.of(segment, before);
          TranscriptSegment becomes = TranscriptSegment.of(segment, wanted);
          if (was.line().equals(becomes.line())) {
            return Uni.createFrom().item(was);
          }
          return wanted
              .map(correction -> corrections.put(page.tx(), id, segment.start(), correction))
              .orElseGet(() -> corrections.remove(page.tx(), id, segment.start()))
              .chain(() -> corrections.revise(page.tx(), id))
              .chain(() ->
                  page.audit(
                      now, caller.subject(), Action.TRANSCRIPT_CORRECTED, segment.id().toString()))
              .replaceWith(becomes);
        });
  }

  /** All speakers then; empty when nobody speaks under this label. */
  Uni<Answer<Optional<Map<String, Speaker>>>> name(
      Caller caller, EncounterId id, String label, SpeakerRole role) {
    return transcripts.whole(
        id, () -> ledger.changeFor(caller, id, page -> named(page, caller, label, role)));
  }

  private Uni<Answer<Optional<Map<String, Speaker>>>> named(
      Page page, Caller caller, String label, SpeakerRole role) {
    EncounterId id = page.encounter().id();
    return onceComplete(
        page,
        () ->
            transcripts
                .segments(page.tx(), id)
                .chain(segments ->
                    segments.stream().noneMatch(each -> label.equals(each.speaker()))
                        ? Uni.createFrom().item(Optional.empty())
                        : name(page, caller, label, role).map(Optional::of)));
  }

  private Uni<Map<String, Speaker>> name(Page page, Caller caller, String label, SpeakerRole role) {
    EncounterId id = page.encounter().id();
    return corrections
        .roles(page.tx(), id)
        .chain(roles ->
            role == roles.get(label)
                ? Uni.createFrom().voidItem()
                : corrections
                    .setRole(page.tx(), id, label, role)
                    .chain(() -> corrections.revise(page.tx(), id))
                    .chain(() ->
                        page.audit(
                            clock.instant(),
                            caller.subject(),
                            Action.SPEAKER_NAMED,
                            label + " " + role)))
        .chain(() -> transcripts.speakers(page.tx(), id));
  }

  private <T> Uni<Answer<T>> onceComplete(Page page, Supplier<Uni<T>> correcting) {
    return heard
        .progress(page.tx(), page.encounter().id())
        .chain(progress ->
            page.encounter().writingRefused().isEmpty() && !progress.complete()
                ? Uni.createFrom().item(Answer.<T>refused(ProblemType.TRANSCRIPT_INCOMPLETE))
                : page.unlessRefused(correcting));
  }
}
