package org.medicscribe.storage.consent;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.consent.WithdrawalFile.Written;
import org.medicscribe.storage.encounter.Answer;
import org.medicscribe.storage.encounter.Consent;
import org.medicscribe.storage.encounter.Consent.Decision;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;

/** Records decisions. A withdrawal is final: whoever agrees again does so for a new encounter. */
@ApplicationScoped
class Consents {

  private static final int MOST = 50;

  private final EncounterLedger ledger;
  private final ConsentRepository consents;
  private final Withdrawal withdrawal;
  private final Erasure erasure;

  Consents(
      EncounterLedger ledger, ConsentRepository consents, Withdrawal withdrawal, Erasure erasure) {
    this.ledger = ledger;
    this.consents = consents;
    this.withdrawal = withdrawal;
    this.erasure = erasure;
  }

  Uni<Answer<Consent>> record(Caller caller, EncounterId id, Consent consent) {
    return ledger
        .changeFor(
            caller,
            id,
            page ->
                page.encounter().withdrawn()
                    ? Uni.createFrom().item(Answer.<Consent>refused(ProblemType.CONSENT_WITHDRAWN))
                    : recordUnlessTooMany(page, caller, consent))
        .invoke(answer -> {
          if (consent.decision() == Decision.WITHDRAWN) {
            erasure.wake();
          }
        });
  }

  /** A withdrawal is always recorded. */
  private Uni<Answer<Consent>> recordUnlessTooMany(Page page, Caller caller, Consent consent) {
    return consents
        .count(page.tx(), page.encounter().id())
        .chain(before ->
            before < MOST || consent.decision() == Decision.WITHDRAWN
                ? record(page, caller.subject(), consent).replaceWith(Answer.granted(consent))
                : Uni.createFrom().item(Answer.refused(ProblemType.TOO_MANY_DECISIONS)));
  }

  /** One that the database has lost; whether it had. */
  Uni<Boolean> withdrawAgain(Written written) {
    Consent consent =
        new Consent(Decision.WITHDRAWN, written.method(), written.givenBy(), null, written.at());
    return ledger
        .change(
            written.id(),
            page ->
                page.encounter().withdrawn()
                    ? Uni.createFrom().item(false)
                    : record(page, written.by(), consent).replaceWith(true))
        .map(again -> again.orElse(false));
  }

  private Uni<Void> record(Page page, String by, Consent consent) {
    EncounterId id = page.encounter().id();
    Uni<Void> recorded = consents.add(page.tx(), id, consent, by);
    return switch (consent.decision()) {
      case GRANTED -> recorded.chain(() -> audit(page, by, consent, Action.CONSENT_GRANTED));
      case WITHDRAWN ->
          recorded
              .chain(() -> withdrawal.of(page, consent.recordedAt()))
              .chain(() -> audit(page, by, consent, Action.CONSENT_WITHDRAWN));
    };
  }

  private static Uni<Void> audit(Page page, String by, Consent consent, Action action) {
    return page.audit(consent.recordedAt(), by, action, consent.method() + " " + consent.givenBy());
  }
}
