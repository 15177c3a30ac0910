package org.medicscribe.storage.note.editing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.encounter.LockedEncounter;
import org.medicscribe.storage.note.Editing;
import org.medicscribe.storage.note.NewIds;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteEdit;
import org.medicscribe.storage.note.NoteLanguage;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.NoteVersion.Origin;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Precondition;
import org.medicscribe.storage.note.Statement.Acceptance;
import org.medicscribe.storage.note.versions.NoteRepository;

/**
 * Saves what persons write. Each save is a version; it is made from the version the person saw, or
 * not at all.
 */
@ApplicationScoped
class NoteEdits {

  /** What comes of a save. */
  sealed interface Saved {

    /**
     * The note is as the person wants it.
     *
     * @param note a new version, or the one before if nothing is different
     */
    record As(WorkingNote note) implements Saved {}

    /** There is no note to edit. */
    record NoNote() implements Saved {}

    /** Somebody, or a draft, has changed the note since the person saw it. */
    record Outdated(int version) implements Saved {}

    /** It names what the note does not have; fields say what to change. */
    record Misfit(Map<String, String> fields) implements Saved {}
  }

  private final EncounterLedger ledger;
  private final NoteRepository notes;
  private final WorkingNotes workingNotes;
  private final Clock clock;

  NoteEdits(EncounterLedger ledger, NoteRepository notes, WorkingNotes workingNotes, Clock clock) {
    this.ledger = ledger;
    this.notes = notes;
    this.workingNotes = workingNotes;
    this.clock = clock;
  }

  Uni<Answer<Saved>> save(Caller caller, EncounterId id, Precondition seen, NoteEdit edit) {
    return ledger.changeFor(
        caller,
        id,
        page ->
            page.unlessRefused(() ->
                notes
                    .latest(page.tx(), id)
                    .chain(latest ->
                        switch (seen.against(latest.map(NoteVersion::version))) {
                          case HOLDS ->
                              save(
                                  page,
                                  caller,
                                  latest.orElseGet(() -> blank(page.encounter())),
                                  edit);
                          case NO_NOTE -> Uni.createFrom().item(new Saved.NoNote());
                          case OUTDATED ->
                              Uni.createFrom()
                                  .item(new Saved.Outdated(latest.orElseThrow().version()));
                        })));
  }

  private Uni<Saved> save(Page page, Caller caller, NoteVersion latest, NoteEdit edit) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Person author = Person.of(caller);
    return notes
        .lastForms(page.tx(), page.encounter().id(), Editing.unknownIn(latest.note(), edit))
        .map(removed ->
            new Editing(
                    latest.note(),
                    removed,
                    new NewIds(latest.version() + 1),
                    new Acceptance(author.name(), now))
                .apply(edit))
        .chain(outcome ->
            switch (outcome) {
              case Editing.Outcome.Misfit(Map<String, String> fields) ->
                  Uni.createFrom().item(new Saved.Misfit(fields));
              case Editing.Outcome.Edited(Note note) ->
                  note.equals(latest.note())
                      ? show(page, latest)
                      : add(
                          page,
                          new NoteVersion(
                              latest.version() + 1, Origin.EDIT, now, author, null, note));
            });
  }

  private Uni<Saved> add(Page page, NoteVersion version) {
    Person author = Objects.requireNonNull(version.author());
    return notes
        .add(page.tx(), page.encounter().id(), version, null)
        .chain(() ->
            page.audit(
                version.createdAt(),
                author.subject(),
                Action.NOTE_EDITED,
                "version " + version.version()))
        .chain(() -> show(page, version));
  }

  private Uni<Saved> show(Page page, NoteVersion version) {
    return workingNotes.whole(page.tx(), page.encounter().id(), version).map(Saved.As::new);
  }

  /** What a note written by hand begins with. */
  private static NoteVersion blank(LockedEncounter encounter) {
    Note note = Note.blank(encounter.form(), NoteLanguage.ofVisitIn(encounter.language()));
    return new NoteVersion(0, Origin.EDIT, Instant.EPOCH, null, null, note);
  }
}
