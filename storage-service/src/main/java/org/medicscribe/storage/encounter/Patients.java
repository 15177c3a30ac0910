package org.medicscribe.storage.encounter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;

/** Says who was treated, until the note is signed: then that is signed with it. */
@ApplicationScoped
class Patients {

  private final EncounterLedger ledger;
  private final PatientRepository patients;
  private final Clock clock;

  Patients(EncounterLedger ledger, PatientRepository patients, Clock clock) {
    this.ledger = ledger;
    this.patients = patients;
    this.clock = clock;
  }

  /**
   * @param patient null to forget who it was
   */
  Uni<Answer<EncounterId>> put(Caller caller, EncounterId id, @Nullable PatientIdentity patient) {
    return ledger.changeFor(
        caller,
        id,
        page ->
            page.unlessRefused(() ->
                (patient == null
                        ? patients.forget(page.tx(), id)
                        : patients.put(page.tx(), id, patient))
                    .chain(() ->
                        page.audit(clock.instant(), caller.subject(), Action.PATIENT_NAMED, ""))
                    .replaceWith(id)));
  }
}
