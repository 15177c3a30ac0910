package org.medicscribe.storage.note.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.storage.note.Addendum;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.note.NoteLanguage;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Person;
import org.medicscribe.storage.note.Signature;

class NoteMarkdownTest {

  private static final EncounterId ID = EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final Person RIVERA = new Person("dr.rivera", "Dr Rivera");

  private final NoteVersion drafted =
      new NoteVersion(1, NoteVersion.Origin.DRAFT, AT, null, null, Drafts.merged());

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
    String text = NoteMarkdown.of(ID, NoteLanguage.ofVisitIn("es"), drafted, null, List.of());

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
  void shouldNameEverySectionAndEveryOmission(NoteLanguage language) {
    NoteWords words = NoteWords.in(language);

    assertThat(words.sections()).containsOnlyKeys(SectionCode.values());
    assertThat(words.kinds()).containsOnlyKeys(Kind.values());
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
}
