package org.medicscribe.storage.note.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.note.NewIds;
import org.medicscribe.storage.note.Note;
import org.medicscribe.storage.note.NoteLanguage;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Redraft;
import org.medicscribe.storage.note.Signature;

class NoteMarkdownTest {

  private static final EncounterId ID = EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final Person RIVERA = new Person("dr.rivera", "Dr Rivera");

  private final NoteVersion drafted = version(Drafts.merged());

  @Test
  void shouldMarkWhatIsOpenInANoteThatIsNotSigned() {
    // When
    String text = NoteMarkdown.of(ID, NoteLanguage.ENGLISH, drafted, null, List.of());

    // Then
    assertThat(text)
        .startsWith("# SOAP note\n")
        .contains("To be checked by the clinician; not signed.")
        .contains("## Subjective\n\n- Allergic to penicillin.\n")
        .contains("- Amoxicillin 500 mg. **(not backed by the transcript)**\n")
        .contains("## Said, not in the note\n\n- Follow-up: Come back in two weeks.\n");
  }

  @Test
  void shouldSayAllOfItInTheLanguageOfTheVisit() {
    // When
    NoteLanguage spanish = NoteLanguage.ofVisitIn("es");
    String text =
        NoteMarkdown.of(
            ID, spanish, version(Drafts.merged(Drafts.ofAVisit(), spanish)), null, List.of());

    // Then
    assertThat(text)
        .startsWith("# Nota SOAP\n")
        .contains("sin firmar")
        .contains("## Subjetivo\n")
        .contains("- Amoxicillin 500 mg. **(la transcripción no lo respalda)**\n")
        .contains("## Se dijo y no está en la nota\n\n- Seguimiento: ");
  }

  @ParameterizedTest
  @EnumSource(NoteLanguage.class)
  void shouldNameEveryOmission(NoteLanguage language) {
    NoteWords words = NoteWords.in(language);

    assertThat(words.kinds()).containsOnlyKeys(Kind.values());
  }

  @Test
  void shouldSetASectionAsItsTemplateWants() {
    // Given
    NoteTemplate template = ShippedTemplates.find("dap").orElseThrow();
    SoapNote draft =
        new SoapNote(
            List.of(
                new Section(
                    new SectionCode("data"),
                    List.of(
                        Drafts.statement("data-1", "Sleeps badly.", Verification.VERIFIED, "s0"),
                        Drafts.statement("data-2", "Worries.", Drafts.UNSUPPORTED, "s16000"))),
                new Section(new SectionCode("assessment"), List.of()),
                new Section(new SectionCode("plan"), List.of())),
            List.of(),
            Map.of());
    Note note = Redraft.merge(Note.EMPTY, draft, new NewIds(1)).in(template, NoteLanguage.ENGLISH);

    // When
    String text = NoteMarkdown.of(ID, NoteLanguage.ENGLISH, version(note), null, List.of());

    // Then
    assertThat(text)
        .startsWith("# DAP note\n")
        .contains(
            "## Data\n\nSleeps badly. Worries. **(not backed by the transcript)**\n\n"
                + "## Assessment\n\nNothing is noted here.\n");
  }

  @Test
  void shouldLeaveOutAnEmptySectionThatTheTemplateDoesNotNeed() {
    // Given
    NoteTemplate template = ShippedTemplates.find("progress").orElseThrow();
    Note note = Note.blank(template, NoteLanguage.SPANISH);

    // When
    String text = NoteMarkdown.of(ID, NoteLanguage.SPANISH, version(note), null, List.of());

    // Then
    assertThat(text)
        .startsWith("# Nota de evolución\n")
        .contains("## Valoración y plan\n")
        .doesNotContain("## Objetivo");
  }

  @Test
  void shouldSayWhoSignedAndWhatWasAdded() {
    // When
    String text =
        NoteMarkdown.of(
            ID,
            NoteLanguage.ENGLISH,
            drafted,
            new Signature(1, RIVERA, AT, "abc123", "I have checked this note."),
            List.of(new Addendum(UUID.randomUUID(), "Called back.\nNo rash.", RIVERA, AT)));

    // Then
    assertThat(text)
        .contains("Signed: 2026-11-25T09:00:00Z by Dr Rivera  \nSHA-256: abc123")
        .contains("> I have checked this note.")
        .contains("- Amoxicillin 500 mg.\n")
        .endsWith("## Addendum\n\nBy Dr Rivera, 2026-11-25T09:00:00Z\n\nCalled back.\nNo rash.\n");
  }

  private static NoteVersion version(Note note) {
    return new NoteVersion(1, NoteVersion.Origin.DRAFT, AT, null, null, note);
  }
}
