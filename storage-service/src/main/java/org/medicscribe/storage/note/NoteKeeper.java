package org.medicscribe.storage.note;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.intake.Unstorable;

/** Keeps what drafters answer. After a withdrawal nothing is kept. */
@ApplicationScoped
class NoteKeeper {

  private final EncounterLedger ledger;
  private final NoteRepository notes;
  private final NotesFolder folder;

  NoteKeeper(EncounterLedger ledger, NoteRepository notes, NotesFolder folder) {
    this.ledger = ledger;
    this.notes = notes;
    this.folder = folder;
  }

  Uni<Void> keep(NoteEvent event) {
    return switch (event) {
      // Our own word, on its way to a drafter.
      case NoteRequested request -> Uni.createFrom().voidItem();
      case NoteDrafted drafted -> keep(drafted);
      case NoteFailed failed -> keep(failed);
    };
  }

  /** The file is written under the encounter's lock, so that no erasure can come before it. */
  private Uni<Void> keep(NoteDrafted drafted) {
    return known(
        ledger.change(
            drafted.encounterId(),
            page ->
                page.encounter().withdrawn()
                    ? Uni.createFrom().item(page)
                    : notes
                        .addVersion(page.tx(), drafted)
                        .chain(version -> folder.write(version, drafted))
                        .replaceWith(page)));
  }

  private Uni<Void> keep(NoteFailed failed) {
    return known(
        ledger.change(
            failed.encounterId(), page -> notes.fail(page.tx(), failed).replaceWith(page)));
  }

  private static Uni<Void> known(Uni<? extends Optional<?>> changed) {
    return changed.chain(found ->
        found.isPresent()
            ? Uni.createFrom().voidItem()
            : Uni.createFrom().failure(Unstorable.unknownEncounter()));
  }
}
