package org.medicscribe.storage.note.signing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Precondition;
import org.medicscribe.storage.note.Signature;
import org.medicscribe.storage.note.SignedForm;
import org.medicscribe.storage.note.versions.NoteRepository;

/** Signs the version that a person has seen, once nothing in it is open, and locks the note. */
@ApplicationScoped
class Signing {

  /** What comes of it. */
  sealed interface Outcome {

    record Signed(Signature signature) implements Outcome {}

    record NoNote() implements Outcome {}

    record Outdated(int version) implements Outcome {}

    /** Statements to accept or remove, omissions to insert or dismiss. */
    record Unresolved(List<String> unsupported, List<String> omissions) implements Outcome {}
  }

  private final EncounterLedger ledger;
  private final NoteRepository notes;
  private final SignatureRepository signatures;
  private final SignedFiles files;
  private final Clock clock;

  Signing(
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

  Uni<Answer<Outcome>> sign(Caller caller, EncounterId id, Precondition seen, String attestation) {
    return ledger.changeFor(
        caller,
        id,
        page ->
            page.unlessRefused(() ->
                notes
                    .latest(page.tx(), id)
                    .chain(latest -> sign(page, caller, seen, latest, attestation))));
  }

  private Uni<Outcome> sign(
      Page page,
      Caller caller,
      Precondition seen,
      Optional<NoteVersion> latest,
      String attestation) {
    return switch (seen.against(latest.map(NoteVersion::version))) {
      case NO_NOTE -> Uni.createFrom().item(new Outcome.NoNote());
      case OUTDATED -> Uni.createFrom().item(new Outcome.Outdated(latest.orElseThrow().version()));
      case HOLDS -> sign(page, caller, latest.orElseThrow(), attestation);
    };
  }

  private Uni<Outcome> sign(Page page, Caller caller, NoteVersion latest, String attestation) {
    Note note = latest.note();
    if (!note.unsupported().isEmpty() || !note.unresolved().isEmpty()) {
      return Uni.createFrom().item(new Outcome.Unresolved(note.unsupported(), note.unresolved()));
    }
    Signature signature =
        new Signature(
            latest.version(),
            Person.of(caller),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            SignedForm.sha256(note),
            attestation);
    EncounterId id = page.encounter().id();
    String detail = "version " + signature.version() + " sha256 " + signature.sha256();
    return signatures
        .sign(page.tx(), id, signature)
        .chain(() -> files.write(page, caller, latest, signature, List.of()))
        .chain(() -> signatures.signPatient(page.tx(), id))
        .chain(isNamed ->
            isNamed
                ? page.audit(
                    signature.at(),
                    caller.subject(),
                    Action.PATIENT_SIGNED,
                    "version " + signature.version())
                : Uni.createFrom().voidItem())
        .chain(() -> page.audit(signature.at(), caller.subject(), Action.NOTE_SIGNED, detail))
        .replaceWith(new Outcome.Signed(signature));
  }
}
