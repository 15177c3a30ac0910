package org.medicscribe.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.documents.NoteDocument.Patient.Sex;
import org.medicscribe.documents.NoteDocument.Standing;

class NoteMarkdownTest {

  @Test
  void shouldMarkWhatIsOpenInANoteThatIsNotSigned() {
    assertThat(NoteMarkdown.of(Notes.draft()))
        .startsWith("# SOAP note\n")
        .contains("To be checked by the clinician; not signed.")
        .contains("## Subjective\n\n- Headache for < 3 days & nausea.\n")
        .contains("- Takes 500 mg of ibuprofen. *(check: only partly backed by the transcript)*\n")
        .contains("- Blood pressure 132/84. **(not backed by the transcript)**\n")
        .contains("## Said, not in the note\n\n- Allergy: Allergic to penicillin.\n");
  }

  @Test
  void shouldLetASectionOfProseRunOn() {
    assertThat(NoteMarkdown.of(Notes.inProse("Sleeps badly.", "Worries.")))
        .contains("## Data\n\nSleeps badly. Worries.\n");
  }

  @Test
  void shouldSayWhomItIsAbout() {
    assertThat(NoteMarkdown.of(Notes.draft()))
        .contains(
            "Patient: María José Ñandú, Born: 1956-02-29, Sex: female, Record number: MRN-12345  \n");
    assertThat(NoteMarkdown.of(Notes.of(null))).doesNotContain("Patient");
  }

  @Test
  void shouldSayAllOfItInTheLanguageOfTheNote() {
    assertThat(NoteMarkdown.of(Notes.spanish()))
        .startsWith("# Nota SOAP\n")
        .contains("Paciente: María José Ñandú, Fecha de nacimiento: 1956-02-29, Sexo: femenino")
        .contains("sin firmar")
        .contains("**(la transcripción no lo respalda)**\n")
        .contains("## Se dijo y no está en la nota\n\n- ");
  }

  @ParameterizedTest
  @EnumSource(DocumentLanguage.class)
  void shouldHaveWordsForEverything(DocumentLanguage language) {
    DocumentWords words = DocumentWords.in(language);

    assertThat(words.sexes()).containsOnlyKeys(Sex.values());
    assertThat(words.caution()).containsOnlyKeys(Standing.PARTLY, Standing.UNSUPPORTED);
    assertThat(words.notShown().formatted("U+738B")).contains("U+738B");
  }

  @Test
  void shouldSayWhoSignedAndWhatWasAdded() {
    assertThat(NoteMarkdown.of(Notes.addedTo()))
        .contains("Signed by: Ana Rivera, 2026-11-30T10:00:00.123Z  \nSHA-256: abab")
        .contains("> I have reviewed this note; it is correct.")
        .contains("- Blood pressure 132/84.\n")
        .endsWith("## Addendum\n\nBen Okoro, 2026-11-30T11:00:00.123Z\n\nSeen with Dr. Rivera.\n");
  }

  @Test
  void shouldWarnOfARecordThatWasChanged() {
    assertThat(NoteMarkdown.of(Notes.byHand(true))).contains("> **This record does not match");
  }
}
