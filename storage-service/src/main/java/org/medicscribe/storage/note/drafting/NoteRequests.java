package org.medicscribe.storage.note.drafting;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.storage.audit.AuditEntry;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.note.NoteLanguage;
import org.medicscribe.storage.outbox.OutboxMessage;
import org.medicscribe.storage.transcript.TranscriptFollower;
import org.medicscribe.storage.transcript.TranscriptSegment;
import org.medicscribe.storage.transcript.Transcripts;

/**
 * Asks for notes: once by itself when the transcript is complete, and when somebody wants. A
 * transcript too short for a note is refused by whoever drafts, with advice.
 */
@ApplicationScoped
public class NoteRequests implements TranscriptFollower {

  private static final Duration A_DAY = Duration.ofHours(24);

  private final EncounterLedger ledger;
  private final NoteRequestRepository requests;
  private final Transcripts transcripts;
  private final DraftingConfig config;
  private final Clock clock;

  NoteRequests(
      EncounterLedger ledger,
      NoteRequestRepository requests,
      Transcripts transcripts,
      DraftingConfig config,
      Clock clock) {
    this.ledger = ledger;
    this.requests = requests;
    this.transcripts = transcripts;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Uni<Void> complete(Page page, List<TranscriptSegment> segments) {
    return request(page, page.encounter().form(), AuditEntry.SYSTEM, segments, Map.of())
        .replaceWithVoid();
  }

  /** What comes of asking again. */
  sealed interface Asked {

    /** There will be an answer to this request, which may have been made before. */
    record Awaited(NoteRequestId id) implements Asked {}

    /** As many drafts were asked for as may be in a day. */
    record TooMany() implements Asked {}
  }

  /** A draft from the transcript as it stands; the same for all who ask before it has come. */
  Uni<Answer<Asked>> again(Caller caller, EncounterId id, Optional<NoteTemplate> template) {
    return transcripts.whole(
        id,
        () ->
            ledger.changeFor(
                caller,
                id,
                page ->
                    page.unlessRefused(
                        () -> again(page, caller, template.orElseGet(page.encounter()::form)))));
  }

  private Uni<Asked> again(Page page, Caller caller, NoteTemplate template) {
    Instant now = clock.instant();
    EncounterId id = page.encounter().id();
    return requests
        .awaited(page.tx(), id, template.id(), now.minus(config.patience()))
        .chain(awaited ->
            awaited.isPresent()
                ? Uni.createFrom().item(new Asked.Awaited(awaited.get()))
                : requests
                    .count(page.tx(), id, caller.subject(), AuditEntry.SYSTEM, now.minus(A_DAY))
                    .chain(count ->
                        count.ofVisit() >= config.perVisit()
                                || count.ofPerson() >= config.perPerson()
                            ? Uni.createFrom().item(new Asked.TooMany())
                            : ask(page, caller, template)));
  }

  private Uni<Asked> ask(Page page, Caller caller, NoteTemplate template) {
    EncounterId id = page.encounter().id();
    return transcripts
        .segments(page.tx(), id)
        .chain(segments ->
            transcripts
                .named(page.tx(), id)
                .chain(roles -> request(page, template, caller.subject(), segments, roles)))
        .map(Asked.Awaited::new);
  }

  private Uni<NoteRequestId> request(
      Page page,
      NoteTemplate template,
      String actor,
      List<TranscriptSegment> segments,
      Map<String, SpeakerRole> roles) {
    EncounterId encounterId = page.encounter().id();
    NoteRequestId id = new NoteRequestId(UuidCreator.getTimeOrderedEpoch());
    Instant now = clock.instant();
    NoteRequested requested =
        new NoteRequested(
            encounterId,
            id,
            template.id(),
            NoteLanguage.ofVisitIn(page.encounter().language()).code(),
            segments.stream().map(TranscriptSegment::line).toList(),
            roles,
            now,
            template);
    return requests
        .add(page.tx(), encounterId, id, template, actor, now)
        .chain(() -> page.tell(OutboxMessage.of(requested)))
        .chain(() -> page.audit(now, actor, Action.NOTE_REQUESTED, id.toString()))
        .replaceWith(id);
  }
}
