package org.medicscribe.storage.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.storage.note.NoteEdit.Choice;
import org.medicscribe.storage.note.NoteEdit.OmissionEdit;
import org.medicscribe.storage.note.NoteEdit.SectionEdit;
import org.medicscribe.storage.note.NoteEdit.StatementEdit;
import org.medicscribe.storage.note.Omission.Resolution;
import org.medicscribe.storage.note.Statement.Acceptance;
import org.medicscribe.storage.note.Statement.Origin;

class EditingTest {

  private static final Acceptance RIVERA =
      new Acceptance("Dr Rivera", Instant.parse("2026-11-25T09:00:00Z"));

  /** s1-1 verified, s1-2 unsupported, o1-1 open. */
  private final Note drafted = Redraft.merge(Note.EMPTY, Drafts.ofAVisit(), new NewIds(1));

  @Test
  void shouldKeepWhatTheDrafterSaidWhileItsWordsStay() {
    // When
    Note note = edited(drafted, List.of(same("s1-1", "Allergic to penicillin.")), List.of());

    // Then
    assertThat(statement(note, "s1-1")).isEqualTo(statement(drafted, "s1-1"));
  }

  @Test
  void shouldKeepEvidenceAsAReferenceAndDropVerificationWhenAPersonChangesTheWords() {
    // When
    Note note = edited(drafted, List.of(same("s1-1", "Penicillin: rash.")), List.of());

    // Then
    Statement changed = statement(note, "s1-1");
    assertThat(changed.origin()).isEqualTo(Origin.EDITED);
    assertThat(changed.evidence()).isEqualTo(statement(drafted, "s1-1").evidence());
    assertThat(changed.verification()).isNull();
  }

  @Test
  void shouldBeTheDraftersAgainWhenTheChangeIsUndone() {
    // Given
    Note changed = edited(drafted, List.of(same("s1-1", "Penicillin: rash.")), List.of());

    // When
    Note undone = edited(changed, List.of(same("s1-1", "Allergic to penicillin.")), List.of());

    // Then
    assertThat(statement(undone, "s1-1")).isEqualTo(statement(drafted, "s1-1"));
  }

  @Test
  void shouldBringBackARemovedStatementWithWhatItRestsOn() {
    // Given
    Note without = edited(drafted, List.of(), List.of());
    NoteEdit edit = edit(List.of(same("s1-1", "Allergic to penicillin.")), List.of(), List.of());

    // When
    Editing.Outcome outcome =
        new Editing(without, List.of(statement(drafted, "s1-1")), new NewIds(3), RIVERA)
            .apply(edit);

    // Then
    assertThat(Editing.unknownIn(without, edit)).containsExactly("s1-1");
    assertThat(statement(((Editing.Outcome.Edited) outcome).note(), "s1-1"))
        .isEqualTo(statement(drafted, "s1-1"));
  }

  @Test
  void shouldLetAPersonStandForWhatNothingBacksAndTakeThatBack() {
    // When
    Note accepted = edited(drafted, List.of(), List.of(accepted("s1-2", "Amoxicillin 500 mg.")));
    Note again = edited(accepted, List.of(), List.of(accepted("s1-2", "Amoxicillin 500 mg.")));
    Note taken = edited(accepted, List.of(), List.of(same("s1-2", "Amoxicillin 500 mg.")));

    // Then
    assertThat(statement(accepted, "s1-2").acceptance()).isEqualTo(RIVERA);
    assertThat(accepted.unsupported()).isEmpty();
    assertThat(again).isEqualTo(accepted);
    assertThat(taken.unsupported()).containsExactly("s1-2");
  }

  @Test
  void shouldNotAskForAcceptanceOfAPersonsOwnWords() {
    // When
    Note note = edited(drafted, List.of(), List.of(same("s1-2", "Amoxicillin 250 mg.")));

    // Then
    assertThat(note.unsupported()).isEmpty();
  }

  @Test
  void shouldTakeTheOmissionsEvidenceForItsStatementAndReopenItWithoutOne() {
    // When
    Note inserted =
        edited(
            drafted,
            List.of(),
            List.of(new StatementEdit(null, "Return in two weeks.", false, null, "o1-1")));
    Note removed = edited(inserted, List.of(), List.of());

    // Then
    assertThat(statement(inserted, "s2-1").evidence())
        .containsExactly(drafted.omissions().getFirst().evidence());
    assertThat(inserted.omissions().getFirst().resolvedAs(Resolution.Kind.INSERTED)).isNotNull();
    assertThat(removed.unresolved()).containsExactly("o1-1");
  }

  @Test
  void shouldKeepTheReasonOfADismissal() {
    // When
    Note dismissed = edited(drafted, new OmissionEdit("o1-1", "Said in the visit before"));
    Note unmentioned = edited(dismissed, List.of(), List.of());
    Note reopened = edited(dismissed, new OmissionEdit("o1-1", null));

    // Then
    assertThat(dismissed.omissions().getFirst().resolution())
        .isEqualTo(
            new Resolution(
                Resolution.Kind.DISMISSED, "Said in the visit before", "Dr Rivera", RIVERA.at()));
    assertThat(unmentioned.unresolved()).isEmpty();
    assertThat(reopened.unresolved()).containsExactly("o1-1");
  }

  @Test
  void shouldGoOnWithTheSuggestionOrWithout() {
    // Given a person's words with a later draft's beside them
    Note changed = edited(drafted, List.of(same("s1-1", "Penicillin: rash.")), List.of());
    Note beside = Redraft.merge(changed, Drafts.ofAVisit("Rash after penicillin."), new NewIds(3));
    assertThat(statement(beside, "s1-1").suggestion()).isNotNull();

    // When
    Note taken = edited(beside, List.of(using("s1-1", Choice.SUGGESTION)), List.of());
    Note mine = edited(beside, List.of(using("s1-1", Choice.MINE)), List.of());

    // Then
    assertThat(statement(taken, "s1-1"))
        .extracting(Statement::text, Statement::origin, Statement::verification)
        .containsExactly("Rash after penicillin.", Origin.DRAFT, Verification.VERIFIED);
    assertThat(statement(mine, "s1-1"))
        .extracting(Statement::text, Statement::suggestion)
        .containsExactly("Penicillin: rash.", null);
  }

  @Test
  void shouldSayWhatTheNoteDoesNotHave() {
    // When
    Editing.Outcome outcome =
        new Editing(drafted, List.of(), new NewIds(2), RIVERA)
            .apply(
                edit(
                    List.of(same("s9-9", "x"), using("s1-1", Choice.SUGGESTION)),
                    List.of(new StatementEdit(null, "x", false, null, "o9-9")),
                    List.of(new OmissionEdit("o9-8", null))));

    // Then
    assertThat(((Editing.Outcome.Misfit) outcome).fields())
        .containsOnlyKeys(
            "sections[0].statements[0].id",
            "sections[0].statements[1].use",
            "sections[1].statements[0].omission",
            "omissions");
  }

  private static Note edited(Note note, OmissionEdit omission) {
    return apply(note, edit(List.of(), List.of(), List.of(omission)));
  }

  private static Note edited(Note note, List<StatementEdit> subjective, List<StatementEdit> plan) {
    return apply(note, edit(subjective, plan, List.of()));
  }

  private static Note apply(Note note, NoteEdit edit) {
    Editing editing = new Editing(note, List.of(), new NewIds(2), RIVERA);
    return ((Editing.Outcome.Edited) editing.apply(edit)).note();
  }

  private static NoteEdit edit(
      List<StatementEdit> subjective, List<StatementEdit> plan, List<OmissionEdit> omissions) {
    return new NoteEdit(
        Arrays.asList(
            new SectionEdit(new SectionCode("subjective"), subjective),
            new SectionEdit(new SectionCode("plan"), plan)),
        omissions);
  }

  private static StatementEdit same(String id, String text) {
    return new StatementEdit(id, text, false, null, null);
  }

  private static StatementEdit accepted(String id, String text) {
    return new StatementEdit(id, text, true, null, null);
  }

  private static StatementEdit using(String id, @Nullable Choice choice) {
    return new StatementEdit(id, "Penicillin: rash.", false, choice, null);
  }

  private static Statement statement(Note note, String id) {
    return note.statements().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
