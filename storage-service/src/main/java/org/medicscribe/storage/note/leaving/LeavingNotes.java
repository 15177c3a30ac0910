package org.medicscribe.storage.note.leaving;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.medicscribe.documents.NoteDocument;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.encounter.Encounter;
import org.medicscribe.storage.encounter.EncounterProblems;
import org.medicscribe.storage.encounter.EncounterViews;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.note.editing.WorkingNote;
import org.medicscribe.storage.note.editing.WorkingNotes;
import org.medicscribe.storage.note.export.NoteDocuments;
import org.medicscribe.storage.note.versions.NoteProblems;

/** Reads working notes as documents of them are made from. */
@ApplicationScoped
class LeavingNotes {

  private final EncounterViews views;
  private final WorkingNotes notes;

  LeavingNotes(EncounterViews views, WorkingNotes notes) {
    this.views = views;
    this.notes = notes;
  }

  /** Fails as a problem where there is no such visit for the caller, or no note of it. */
  Uni<NoteDocument> find(Caller caller, EncounterId id) {
    return views
        .find(caller, id)
        .map(EncounterProblems::found)
        .chain(encounter ->
            notes
                .find(id)
                .map(note -> NoteProblems.found(note, NoteProblems.noNote()))
                .map(note -> document(encounter, note, caller)));
  }

  private static NoteDocument document(Encounter encounter, WorkingNote note, Caller caller) {
    return NoteDocuments.of(
        encounter,
        owner(encounter, note, caller),
        note.latest(),
        note.engine(),
        note.signature(),
        note.addenda(),
        note.mismatch() != null);
  }

  /** Whose visit it is may be somebody else than who takes the note, and is never named as them. */
  private static Person owner(Encounter encounter, WorkingNote note, Caller caller) {
    String owner = encounter.owner().subject();
    if (owner.equals(caller.subject())) {
      return Person.of(caller);
    }
    return Optional.ofNullable(note.signature())
        .map(Signature::by)
        .filter(by -> by.subject().equals(owner))
        .orElseGet(() -> new Person(owner, owner));
  }
}
