package org.medicscribe.storage.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.storage.note.NoteEdit.OmissionEdit;
import org.medicscribe.storage.note.NoteEdit.SectionEdit;
import org.medicscribe.storage.note.NoteEdit.StatementEdit;
import org.medicscribe.storage.note.Statement.Acceptance;

class RedraftTest {

  private static final Acceptance RIVERA = new Acceptance("Dr Rivera", Instant.EPOCH);

  private final Note drafted = Redraft.merge(Note.EMPTY, Drafts.ofAVisit(), new NewIds(1));

  @Test
  void shouldReplaceWhatNobodyTouchedAndKeepTheIdOfTheSameWords() {
    // When
    Note note =
        Redraft.merge(
            drafted,
            Drafts.note(
                List.of(
                    Drafts.statement("a", "New.", Verification.VERIFIED, "s1"),
                    Drafts.statement("b", "Allergic to penicillin.", Verification.VERIFIED, "s0")),
                List.of(),
                List.of()),
            new NewIds(2));

    // Then
    assertThat(note.statements())
        .extracting(Statement::id, Statement::text)
        .containsExactly(tuple("s2-1", "New."), tuple("s1-1", "Allergic to penicillin."));
    assertThat(note.omissions()).isEmpty();
  }

  @Test
  void shouldSetTheDraftsWordsBesideAPersonsOfTheSameSegments() {
    // Given
    Note edited = edited(drafted, "Penicillin: rash.", "Mine alone.");

    // When
    Note note =
        Redraft.merge(
            edited,
            Drafts.note(
                List.of(
                    Drafts.statement("a", "Other.", Verification.VERIFIED, "s9"),
                    Drafts.statement("b", "Rash from penicillin.", Verification.VERIFIED, "s0")),
                List.of(),
                List.of()),
            new NewIds(3));

    // Then in the draft's order, what stands alone where it stood
    assertThat(note.sections().getFirst().statements())
        .extracting(Statement::text)
        .containsExactly("Other.", "Mine alone.", "Penicillin: rash.");
    assertThat(note.sections().getFirst().statements().get(2).suggestion())
        .extracting(Wording::text)
        .isEqualTo("Rash from penicillin.");
  }

  @Test
  void shouldSuggestOnceAndWriteTheRest() {
    // Given
    Note edited = edited(drafted, "Penicillin: rash.", "Mine alone.");
    SoapNote twice =
        Drafts.note(
            List.of(
                Drafts.statement("a", "First.", Verification.VERIFIED, "s0"),
                Drafts.statement("b", "Second.", Verification.VERIFIED, "s0")),
            List.of(),
            List.of());

    // When
    Note note = Redraft.merge(edited, twice, new NewIds(3));

    // Then
    assertThat(note.statements())
        .extracting(Statement::text)
        .containsExactlyInAnyOrder("Penicillin: rash.", "Mine alone.", "Second.");
  }

  @Test
  void shouldNotHideAnotherMatterOfTheSameSegmentInASuggestion() {
    // Given a rash that was edited, and an allergy that was not; both were said in one breath
    SoapNote draft = allergyAndRash("Allergies: penicillin.", "It gave them a rash.");
    Note edited =
        apply(
            Drafts.merged(draft),
            new NoteEdit(
                List.of(
                    new SectionEdit(
                        new SectionCode("subjective"),
                        List.of(
                            new StatementEdit("s1-1", "Allergies: penicillin.", false, null, null),
                            new StatementEdit("s1-2", "A rash on the arms.", false, null, null)))),
                List.of()));

    // When
    Note again = Redraft.merge(edited, draft, new NewIds(3));
    Note reworded =
        Redraft.merge(edited, allergyAndRash("Allergic.", "Rash afterwards."), new NewIds(3));
    Note without = Redraft.merge(edited, allergyAndRash("Allergic to penicillin."), new NewIds(3));

    // Then what a person has changed is not offered again
    assertThat(again.statements())
        .extracting(Statement::text)
        .containsExactly("Allergies: penicillin.", "A rash on the arms.");
    assertThat(again.statements()).extracting(Statement::suggestion).containsOnlyNulls();
    assertThat(reworded.statements().skip(1).map(Statement::suggestion))
        .singleElement()
        .extracting(Wording::text)
        .isEqualTo("Rash afterwards.");
    assertThat(without.statements())
        .extracting(Statement::text)
        .containsExactly("Allergic to penicillin.", "A rash on the arms.");
  }

  @Test
  void shouldLeaveAnUntouchedSentenceWhereItStandsThoughAnotherRestsOnTheSameWords() {
    // Given
    Note edited = apply(Drafts.merged(quotedAlike("Rash.")), editOfTheSecond("Rash, mild."));

    // When
    Note note = Redraft.merge(edited, quotedAlike("A rash followed."), new NewIds(3));

    // Then
    assertThat(note.statements())
        .extracting(Statement::text)
        .containsExactly("Allergic to penicillin.", "Rash, mild.");
    assertThat(note.statements().flatMap(each -> Stream.ofNullable(each.suggestion())))
        .extracting(Wording::text)
        .containsExactly("A rash followed.");
  }

  @Test
  void shouldPreferTheSameSectionForASuggestion() {
    // Given
    Note edited = edited(drafted, "Penicillin: rash.", "Mine alone.");
    SoapNote elsewhereFirst =
        new SoapNote(
            List.of(
                new SoapNote.Section(
                    new SectionCode("plan"),
                    List.of(Drafts.statement("a", "Avoid it.", Verification.VERIFIED, "s0"))),
                new SoapNote.Section(
                    new SectionCode("subjective"),
                    List.of(Drafts.statement("b", "Rash.", Verification.VERIFIED, "s0")))),
            List.of(),
            Map.of());

    // When
    Note note = Redraft.merge(edited, elsewhereFirst, new NewIds(3));

    // Then
    assertThat(note.statements().flatMap(each -> Stream.ofNullable(each.suggestion())))
        .extracting(Wording::text)
        .containsExactly("Rash.");
    assertThat(note.statements()).extracting(Statement::text).contains("Avoid it.");
  }

  @Test
  void shouldKeepADismissalAndAnOmissionThatIsStillOpenOnce() {
    // Given
    Note dismissed =
        apply(drafted, new NoteEdit(sections(drafted), List.of(new OmissionEdit("o1-1", "known"))));

    // When
    Note again = Redraft.merge(dismissed, Drafts.ofAVisit(), new NewIds(3));
    Note covered =
        Redraft.merge(dismissed, Drafts.note(List.of(), List.of(), List.of()), new NewIds(3));
    Note changed =
        Redraft.merge(
            dismissed,
            Drafts.note(
                List.of(), List.of(), List.of(Drafts.omission("Come back in two days.", "s32000"))),
            new NewIds(3));

    // Then a decision is about the words it was made about
    assertThat(again.omissions()).isEqualTo(dismissed.omissions());
    assertThat(covered.omissions()).isEqualTo(dismissed.omissions());
    assertThat(changed.unresolved()).containsExactly("o3-1");
  }

  @Test
  void shouldTakeBackingForWordsThatWereAcceptedWithoutAny() {
    // Given
    Note accepted = apply(drafted, new NoteEdit(sectionsAccepting(drafted), List.of()));

    // When
    Note backed =
        Redraft.merge(
            accepted,
            Drafts.note(
                List.of(),
                List.of(
                    Drafts.statement("a", "Amoxicillin 500 mg.", Verification.VERIFIED, "s16000")),
                List.of()),
            new NewIds(3));

    // Then
    Statement statement = backed.statements().findFirst().orElseThrow();
    assertThat(statement.id()).isEqualTo("s1-2");
    assertThat(statement.verification()).isEqualTo(Verification.VERIFIED);
    assertThat(statement.acceptance()).isNull();
  }

  private static SoapNote allergyAndRash(String allergy, String... rash) {
    Stream<SoapNote.Statement> first = Stream.of(quoting(allergy, "I am allergic to penicillin."));
    return Drafts.note(
        Stream.concat(first, Stream.of(rash).map(text -> quoting(text, "It gave me a rash.")))
            .toList(),
        List.of(),
        List.of());
  }

  private static SoapNote quotedAlike(String rash) {
    String quote = "I am allergic to penicillin. It gave me a rash.";
    return Drafts.note(
        List.of(quoting("Allergic to penicillin.", quote), quoting(rash, quote)),
        List.of(),
        List.of());
  }

  private static SoapNote.Statement quoting(String text, String quote) {
    return new SoapNote.Statement(
        text, text, List.of(Drafts.evidence("s640000", quote)), Verification.VERIFIED);
  }

  private static NoteEdit editOfTheSecond(String text) {
    return new NoteEdit(
        List.of(
            new SectionEdit(
                new SectionCode("subjective"),
                List.of(
                    new StatementEdit("s1-1", "Allergic to penicillin.", false, null, null),
                    new StatementEdit("s1-2", text, false, null, null)))),
        List.of());
  }

  private static Note edited(Note note, String first, String added) {
    return apply(
        note,
        new NoteEdit(
            List.of(
                new SectionEdit(
                    new SectionCode("subjective"),
                    List.of(
                        new StatementEdit("s1-1", first, false, null, null),
                        new StatementEdit(null, added, false, null, null)))),
            List.of()));
  }

  private static List<SectionEdit> sections(Note note) {
    return sections(note, false);
  }

  private static List<SectionEdit> sectionsAccepting(Note note) {
    return sections(note, true);
  }

  private static List<SectionEdit> sections(Note note, boolean accepting) {
    return note.sections().stream()
        .map(section ->
            new SectionEdit(
                section.code(),
                section.statements().stream()
                    .map(each -> new StatementEdit(each.id(), each.text(), accepting, null, null))
                    .toList()))
        .toList();
  }

  private static Note apply(Note note, NoteEdit edit) {
    Editing editing = new Editing(note, List.of(), new NewIds(2), RIVERA);
    return ((Editing.Outcome.Edited) editing.apply(edit)).note();
  }
}
