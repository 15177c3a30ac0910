package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.memory.WaitingLine;
import org.medicscribe.storage.audio.AudioRepository.Playable;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.memory.StorageMemory;

/** Lets owners listen, and keeps in the audit trail that they did. */
@ApplicationScoped
class AudioReads {

  /** A player asks for many ranges; one listening is one fact. */
  private static final Duration ONE_LISTENING = Duration.ofMinutes(15);

  private final EncounterLedger ledger;
  private final AudioRepository audio;
  private final Clock clock;

  /** Who opens a recording waits behind others who do, and nobody else waits behind them. */
  private final WaitingLine line;

  AudioReads(
      EncounterLedger ledger,
      AudioRepository audio,
      StorageMemory memory,
      ListeningConfig config,
      Clock clock) {
    this.ledger = ledger;
    this.audio = audio;
    this.clock = clock;
    this.line = new WaitingLine(memory.downloads(), config.opening());
  }

  /** Empty when there is no audio, or not any more. */
  Uni<Answer<Optional<Playable>>> open(Caller caller, EncounterId id) {
    return Uni.createFrom()
        .completionStage(() -> line.run(0, () -> openNow(caller, id).subscribeAsCompletionStage()));
  }

  private Uni<Answer<Optional<Playable>>> openNow(Caller caller, EncounterId id) {
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
