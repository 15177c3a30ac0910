package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.vault.AudioVault;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.Encounters;
import org.medicscribe.storage.intake.Unstorable;

/** What audio says about its encounter: it is being recorded, it has ended. */
@ApplicationScoped
class RecordingEvents {

  private final EncounterLedger ledger;
  private final Encounters encounters;
  private final AudioRepository audio;
  private final AudioVault vault;
  private final Clock clock;

  RecordingEvents(
      EncounterLedger ledger,
      Encounters encounters,
      AudioRepository audio,
      AudioVault vault,
      Clock clock) {
    this.ledger = ledger;
    this.encounters = encounters;
    this.audio = audio;
    this.vault = vault;
    this.clock = clock;
  }

  /** Audio has come: from now on there is a key for it, or the word that none may be kept. */
  Uni<Void> heard(EncounterId id) {
    Instant now = clock.instant();
    return known(
        ledger.change(
            id,
            page ->
                page.encounter().withdrawn()
                    ? audio.refuse(page.tx(), id, now).replaceWith(id)
                    : encounters
                        .started(page, now)
                        .chain(() -> audio.open(page.tx(), id, vault.newDataKey(id), now))
                        .replaceWith(id)));
  }

  /** Comes when all that was sent before is stored. */
  Uni<Void> changed(EncounterId id, RecorderChanged changed) {
    return known(
        ledger.change(
            id,
            page ->
                audio
                    .storedEnd(page.tx(), id)
                    .chain(end -> encounters.changed(page, changed, end))
                    .replaceWith(id)));
  }

  Uni<Void> stopped(EncounterId id, RecordingStopped stopped) {
    return known(encounters.stop(id, stopped));
  }

  private static Uni<Void> known(Uni<Optional<EncounterId>> changed) {
    return changed.chain(found ->
        found.isPresent()
            ? Uni.createFrom().voidItem()
            : Uni.createFrom().failure(Unstorable.unknownEncounter()));
  }
}
