package org.medicscribe.storage.consent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.AudioRepository;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.note.drafting.NoteErasure;
import org.medicscribe.storage.outbox.Outbox;
import org.medicscribe.storage.outbox.OutboxMessage;
import org.medicscribe.storage.transcript.Transcripts;

/**
 * Takes everything that was heard out of the database in one transaction; with the data key gone,
 * the audio cannot be read from then on. The files follow: see {@link Erasure}.
 */
@ApplicationScoped
class Withdrawal {

  private final ConsentRepository consents;
  private final AudioRepository audio;
  private final Transcripts transcripts;
  private final NoteErasure notes;
  private final Outbox outbox;

  Withdrawal(
      ConsentRepository consents,
      AudioRepository audio,
      Transcripts transcripts,
      NoteErasure notes,
      Outbox outbox) {
    this.consents = consents;
    this.audio = audio;
    this.transcripts = transcripts;
    this.notes = notes;
    this.outbox = outbox;
  }

  Uni<Void> of(Page page, Instant at) {
    EncounterId id = page.encounter().id();
    return consents
        .withdraw(page.tx(), id, at)
        .chain(() -> audio.storedEnd(page.tx(), id))
        .map(end -> new RecordingStopped(end, StopReason.CONSENT_WITHDRAWN))
        .chain(stopped -> page.tell(OutboxMessage.of(id, stopped)))
        .chain(() -> audio.forgetKey(page.tx(), id))
        .chain(() -> transcripts.erase(page.tx(), id))
        .chain(() -> notes.erase(page.tx(), id))
        .chain(() -> consents.forgetPatient(page.tx(), id))
        .chain(() -> outbox.forgetNoteRequests(page.tx(), id));
  }
}
