package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.AudioRepository.Playable;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.EncounterLedger;

/** Lets owners listen, and keeps in the audit trail that they did. */
@ApplicationScoped
class AudioReads {

  /** A player asks for many ranges; one listening is one fact. */
  private static final Duration ONE_LISTENING = Duration.ofMinutes(15);

  private final EncounterLedger ledger;
  private final AudioRepository audio;
  private final Clock clock;

  AudioReads(EncounterLedger ledger, AudioRepository audio, Clock clock) {
    this.ledger = ledger;
    this.audio = audio;
    this.clock = clock;
  }

  /** Empty when there is no audio, or not any more. */
  Uni<Answer<Optional<Playable>>> open(Caller caller, EncounterId id) {
    Instant now = clock.instant();
    return ledger.changeFor(
        caller,
        id,
        page ->
            audio
                .playable(page.tx(), id)
                .call(found ->
                    found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : page.auditOnce(
                            now.minus(ONE_LISTENING), now, caller.subject(), Action.AUDIO_READ))
                .map(Answer::granted));
  }
}
