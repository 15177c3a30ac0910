package org.medicscribe.storage.note.signing;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.versions.NoteRepository;

/** Adds to signed notes, also after consent was withdrawn: the record must stay true. */
@ApplicationScoped
class Addenda {

  private static final int MOST = 200;

  private final EncounterLedger ledger;
  private final NoteRepository notes;
  private final SignatureRepository signatures;
  private final SignedFiles files;
  private final Clock clock;

  Addenda(
      EncounterLedger ledger,
      NoteRepository notes,
      SignatureRepository signatures,
      SignedFiles files,
      Clock clock) {
    this.ledger = ledger;
    this.notes = notes;
    this.signatures = signatures;
    this.files = files;
    this.clock = clock;
  }

  Uni<Answer<Addendum>> add(Caller caller, EncounterId id, String text) {
    return ledger.changeFor(
        caller,
        id,
        page ->
            page.encounter().signed()
                ? signatures
                    .addenda(page.tx(), id)
                    .chain(before ->
                        before.size() < MOST
                            ? add(page, caller, text).map(Answer::granted)
                            : refused(ProblemType.TOO_MANY_ADDENDA))
                : refused(ProblemType.NOTE_NOT_SIGNED));
  }

  private static Uni<Answer<Addendum>> refused(ProblemType refusal) {
    return Uni.createFrom().item(Answer.refused(refusal));
  }

  private Uni<Addendum> add(Page page, Caller caller, String text) {
    EncounterId id = page.encounter().id();
    Addendum addendum =
        new Addendum(
            UuidCreator.getTimeOrderedEpoch(),
            text,
            Person.of(caller),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    return signatures
        .add(page.tx(), id, addendum)
        .chain(() -> file(page, caller))
        .chain(() ->
            page.audit(
                addendum.at(), caller.subject(), Action.ADDENDUM_WRITTEN, addendum.id().toString()))
        .replaceWith(addendum);
  }

  /** The files of the note, with everything that was added. */
  private Uni<Void> file(Page page, Caller caller) {
    EncounterId id = page.encounter().id();
    return notes
        .latest(page.tx(), id)
        .chain(latest ->
            signatures
                .signature(page.tx(), id)
                .chain(signature ->
                    signatures
                        .addenda(page.tx(), id)
                        .chain(addenda ->
                            files.write(
                                page,
                                caller,
                                latest.orElseThrow(),
                                signature.orElseThrow(),
                                addenda))));
  }
}
