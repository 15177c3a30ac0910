package org.medicscribe.storage.note.drafting;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.storage.audit.AuditEntry;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.encounter.EncounterLedger;
import org.medicscribe.storage.encounter.EncounterLedger.Page;
import org.medicscribe.storage.intake.Unstorable;
import org.medicscribe.storage.note.NewIds;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteLanguage;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.NoteVersion.Origin;
import org.medicscribe.storage.note.Redraft;
import org.medicscribe.storage.note.versions.NoteRepository;

/**
 * Keeps what drafters answer, and nothing that nobody asked for: a draft names the request that it
 * answers, which this service made for this encounter and no other. A draft never replaces what a
 * person wrote: it is merged. After a withdrawal or a signature nothing is kept, and of two drafts
 * the one that was asked for later.
 */
@ApplicationScoped
class NoteKeeper {

  private final EncounterLedger ledger;
  private final NoteRepository notes;
  private final NoteRequestRepository requests;
  private final Clock clock;

  NoteKeeper(
      EncounterLedger ledger, NoteRepository notes, NoteRequestRepository requests, Clock clock) {
    this.ledger = ledger;
    this.notes = notes;
    this.requests = requests;
    this.clock = clock;
  }

  Uni<Void> keep(NoteEvent event) {
    return switch (event) {
      // Our own word, on its way to a drafter.
      case NoteRequested request -> Uni.createFrom().voidItem();
      case NoteDrafted drafted -> keep(drafted);
      case NoteFailed failed -> keep(failed);
    };
  }

  private Uni<Void> keep(NoteDrafted drafted) {
    return known(
        ledger.change(
            drafted.encounterId(),
            page ->
                page.encounter().withdrawn()
                    ? Uni.createFrom().item(page)
                    : ifAskedFor(page, drafted).replaceWith(page)));
  }

  private Uni<Void> ifAskedFor(Page page, NoteDrafted drafted) {
    return requests
        .isAsked(page.tx(), drafted.encounterId(), drafted.noteRequestId())
        .chain(asked ->
            asked ? keep(page, drafted) : Uni.createFrom().failure(Unstorable.notAskedFor()));
  }

  private Uni<Void> keep(Page page, NoteDrafted drafted) {
    return requests
        .isDraftedSince(page.tx(), drafted.encounterId(), drafted.noteRequestId())
        .chain(known ->
            known || page.encounter().signed()
                ? requests.overtaken(page.tx(), drafted.noteRequestId())
                : notes
                    .latest(page.tx(), drafted.encounterId())
                    .chain(latest -> add(page, latest, drafted)));
  }

  /** A draft that says the same as the note is no version: nobody has to look for a difference. */
  private Uni<Void> add(Page page, Optional<NoteVersion> latest, NoteDrafted drafted) {
    return requests
        .form(page.tx(), drafted.noteRequestId())
        .map(form -> next(latest, drafted, form.orElseGet(page.encounter()::form), page))
        .chain(version -> add(page, latest, drafted, version));
  }

  private Uni<Void> add(
      Page page, Optional<NoteVersion> latest, NoteDrafted drafted, NoteVersion version) {
    return latest
        .filter(before -> before.note().equals(version.note()))
        .map(before -> ended(page, drafted, "the same as version " + before.version() + " by "))
        .orElseGet(() ->
            notes
                .add(page.tx(), drafted.encounterId(), version, drafted.noteRequestId())
                .chain(() -> ended(page, drafted, "version " + version.version() + " of ")));
  }

  private Uni<Void> ended(Page page, NoteDrafted drafted, String outcome) {
    return requests
        .drafted(page.tx(), drafted.noteRequestId())
        .chain(() ->
            page.audit(
                clock.instant(),
                AuditEntry.SYSTEM,
                Action.NOTE_DRAFTED,
                outcome + drafted.noteRequestId()));
  }

  private static NoteVersion next(
      Optional<NoteVersion> latest, NoteDrafted drafted, NoteTemplate form, Page page) {
    int number = latest.map(NoteVersion::version).orElse(0) + 1;
    Note current = latest.map(NoteVersion::note).orElse(Note.EMPTY);
    return new NoteVersion(
        number,
        latest.isEmpty() ? Origin.DRAFT : Origin.REDRAFT,
        drafted.draftedAt(),
        null,
        drafted.engine(),
        Redraft.merge(current, drafted.note(), new NewIds(number))
            .in(form, NoteLanguage.ofVisitIn(page.encounter().language())));
  }

  private Uni<Void> keep(NoteFailed failed) {
    return known(
        ledger.change(
            failed.encounterId(), page -> requests.failed(page.tx(), failed).replaceWith(page)));
  }

  private static Uni<Void> known(Uni<? extends Optional<?>> changed) {
    return changed.chain(found ->
        found.isPresent()
            ? Uni.createFrom().voidItem()
            : Uni.createFrom().failure(Unstorable.unknownEncounter()));
  }
}
