package org.medicscribe.soapnote.omissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.SegmentId;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.testing.Dialogue;

class OmissionFinderTest {

  private static final OmissionFinder FINDER = new OmissionFinder(Medicines.fromWordList());

  private static List<Section> note(Statement... statements) {
    return List.of(new Section(SectionCode.PLAN, List.of(statements)));
  }

  private static Statement statement(String text, Evidence... evidence) {
    return new Statement("plan-1", text, List.of(evidence), Verification.VERIFIED);
  }

  private static List<Omission> omissions(List<Section> note, String... visit) {
    return FINDER.find(Dialogue.of(visit), note);
  }

  @Nested
  class AboutMedicines {

    @Test
    void shouldListAMedicineWithItsDoseAndWhereItWasSaid() {
      // Given
      TranscriptIndex visit =
          Dialogue.of("clinician: Good.", "clinician: Take naproxen five hundred milligrams.");

      // When
      List<Omission> found = FINDER.find(visit, note());

      // Then
      assertThat(found)
          .containsExactly(
              new Omission(
                  Kind.MEDICINE,
                  "Take naproxen five hundred milligrams.",
                  new Evidence(new SegmentId("s1"), "Take naproxen five hundred milligrams.")));
    }

    @Test
    void shouldListAMedicineWhoseDoseIsAnotherInTheNote() {
      assertThat(
              omissions(
                  note(statement("Naproxen 250 mg.")),
                  "clinician: Take naproxen five hundred milligrams."))
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Naproxen 500 mg twice daily.", "Aleve 500 mg."})
    void shouldNotListWhatTheNoteHas(String statement) {
      assertThat(
              omissions(
                  note(statement(statement)), "clinician: Take naproxen five hundred milligrams."))
          .isEmpty();
    }

    @Test
    void shouldNotListAMedicineThatWasAskedAboutAndDenied() {
      assertThat(omissions(note(), "clinician: Do you take aspirin?", "patient: No.")).isEmpty();
    }

    @Test
    void shouldListASpanishMedicine() {
      assertThat(omissions(note(), "clinician: Tome amoxicilina 500 miligramos cada ocho horas."))
          .extracting(Omission::kind)
          .containsExactly(Kind.MEDICINE);
    }
  }

  @Nested
  class AboutAllergies {

    @Test
    void shouldListTheAnswerToTheQuestion() {
      // When
      List<Omission> found =
          omissions(
              note(statement("Penicillin was discussed.")),
              "clinician: Any allergies?",
              "patient: Penicillin.");

      // Then
      assertThat(found)
          .filteredOn(omission -> omission.kind() == Kind.ALLERGY)
          .extracting(Omission::text)
          .containsExactly("Penicillin.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I am allergic to peanuts.", "I have an allergy to peanuts."})
    void shouldListWhatIsTold(String said) {
      assertThat(omissions(note(), "patient: " + said))
          .extracting(Omission::kind)
          .containsExactly(Kind.ALLERGY);
    }

    @Test
    void shouldNotListWhatIsCoveredOrDenied() {
      assertThat(
              omissions(note(statement("Allergy: peanuts.")), "patient: I am allergic to peanuts."))
          .isEmpty();
      assertThat(omissions(note(), "clinician: Any allergies?", "patient: No.")).isEmpty();
    }

    @Test
    void shouldListInSpanish() {
      assertThat(omissions(note(), "patient: Soy alérgica a los mariscos."))
          .extracting(Omission::kind)
          .containsExactly(Kind.ALLERGY);
    }
  }

  @Nested
  class AboutRedFlags {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "patient: Yesterday I had chest pain.",
          "patient: I passed out in the kitchen.",
          "patient: Sometimes I want to die.",
          "patient: Tengo dolor en el pecho."
        })
    void shouldListWhatTheNoteDoesNotSpeakOf(String said) {
      assertThat(omissions(note(statement("Cough.")), said))
          .extracting(Omission::kind)
          .containsExactly(Kind.RED_FLAG);
    }

    @Test
    void shouldListItOnce() {
      assertThat(
              omissions(note(), "patient: I had chest pain.", "patient: The chest pain is gone."))
          .hasSize(1);
    }

    @Test
    void shouldListWhatWasAskedAndAffirmed() {
      assertThat(omissions(note(), "clinician: Any chest pain?", "patient: Yes.")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient: I have no chest pain.", "patient: I never passed out."})
    void shouldNotListWhatIsDenied(String said) {
      assertThat(omissions(note(), said)).isEmpty();
    }

    @Test
    void shouldNotListWhatTheNoteSaysInOtherWords() {
      assertThat(omissions(note(statement("Reports dyspnea.")), "patient: I get short of breath."))
          .isEmpty();
    }
  }

  @Nested
  class AboutFollowUp {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "clinician: Please come back in two weeks.",
          "clinician: Call me if it gets worse.",
          "clinician: Vuelva en dos semanas."
        })
    void shouldListWhenToComeBack(String said) {
      assertThat(omissions(note(), said))
          .extracting(Omission::kind)
          .containsExactly(Kind.FOLLOW_UP);
    }

    @Test
    void shouldNotListWhatAStatementRestsOn() {
      // Given
      Evidence evidence = new Evidence(new SegmentId("s0"), "come back in two weeks");

      // Then
      assertThat(
              omissions(
                  note(statement("Review in 2 weeks.", evidence)),
                  "clinician: Please come back in two weeks."))
          .isEmpty();
    }
  }
}
