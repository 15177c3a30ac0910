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
    return List.of(new Section(new SectionCode("plan"), List.of(statements)));
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

    @ParameterizedTest
    @ValueSource(
        strings = {
          "clinician: I want to see you on Thursday for the stitches.",
          "clinician: If you are not better by Friday, give us a ring.",
          "clinician: Any numbness in the toes, come straight back.",
          "clinician: If your lips turn blue, go straight to hospital.",
          "clinician: Stop by the lab on Monday for the potassium."
        })
    void shouldListItHoweverItIsPut(String said) {
      assertThat(omissions(note(), said)).extracting(Omission::kind).contains(Kind.FOLLOW_UP);
    }

    @Test
    void shouldNotListWhatAStatementSaysWithTheSameTime() {
      assertThat(
              omissions(
                  note(statement("Review in 2 weeks.")),
                  "clinician: Please come back in two weeks."))
          .isEmpty();
    }

    @Test
    void shouldListWhatAStatementOnlyCites() {
      // Given
      Evidence evidence = new Evidence(new SegmentId("s0"), "come back in two weeks");

      // Then
      assertThat(
              omissions(
                  note(statement("Take ibuprofen with food.", evidence)),
                  "clinician: Please come back in two weeks."))
          .extracting(Omission::kind)
          .containsExactly(Kind.FOLLOW_UP);
    }

    @Test
    void shouldListAnotherTimeThanTheNotes() {
      assertThat(
              omissions(
                  note(statement("Return in 3 weeks.")),
                  "clinician: Please come back in two weeks."))
          .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "clinician: Should you come back in two weeks?",
          "patient: I went to the emergency room in March.",
          "clinician: He presents today for a routine follow-up."
        })
    void shouldNotListWhatNobodyIsToDo(String said) {
      assertThat(omissions(note(), said)).isEmpty();
    }
  }

  @Nested
  class InOtherWords {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "patient: It feels like somebody is sitting on my chest.",
          "patient: I can't catch my breath on the stairs.",
          "patient: Some days I think they would be better off without me.",
          "patient: My stool has been black for three days.",
          "patient: He could n't get his words out and his mouth was drooping."
        })
    void shouldListAWarningSign(String said) {
      assertThat(omissions(note(), said)).extracting(Omission::kind).contains(Kind.RED_FLAG);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "patient: I passed out flyers all morning.",
          "patient: I got confused about the bus times.",
          "patient: The heat just hit me when I got out.",
          "patient: My uncle died after a seizure.",
          "patient: I tend to overdo things in the garden.",
          "clinician: If you get chest pain, stop at once.",
          "clinician: You could pass out if you get up too fast.",
          "patient: The abuse my truck takes is something."
        })
    void shouldNotListAWayOfSpeakingAWarningOrARelative(String said) {
      assertThat(omissions(note(), said)).extracting(Omission::kind).doesNotContain(Kind.RED_FLAG);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "patient: Amoxicillin gave me hives.",
          "patient: I break out in welts from latex.",
          "patient: My lips swell up when I eat shrimp.",
          "patient: I react badly to adhesive tape."
        })
    void shouldListAnAllergyToldByWhatHappened(String said) {
      assertThat(omissions(note(statement("Visit.")), said))
          .extracting(Omission::kind)
          .contains(Kind.ALLERGY);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "patient: My sister is allergic to peanuts.",
          "patient: I'm not aware of any drug allergies.",
          "patient: I think I'm allergic to work."
        })
    void shouldNotListWhatIsNoAllergyOfThePatient(String said) {
      assertThat(omissions(note(), said)).extracting(Omission::kind).doesNotContain(Kind.ALLERGY);
    }

    @Test
    void shouldListADoseBesideANameThatNobodyKnows() {
      assertThat(omissions(note(), "patient: And the carve a dill all, twelve milligrams."))
          .extracting(Omission::kind)
          .containsExactly(Kind.MEDICINE);
    }
  }

  @Nested
  class WithQuestions {

    private static final String DENIED = "Asked \"Any chest pain?\": no.";

    @Test
    void shouldNotLetADeniedQuestionCoverWhatIsAffirmed() {
      assertThat(
              omissions(
                  note(statement(DENIED)), "patient: On Sunday I had chest pain on the stairs."))
          .extracting(Omission::kind)
          .containsExactly(Kind.RED_FLAG);
    }

    @Test
    void shouldNotTakeTheAskersNextWordsForAnAnswer() {
      assertThat(
              omissions(
                  note(),
                  "clinician: Any chest pain?",
                  "clinician: Yes, let me listen to your lungs.",
                  "clinician: Are you allergic to any medicine?",
                  "clinician: Your pressure is one twenty over eighty."))
          .isEmpty();
    }
  }

  @Test
  void shouldCutAnEntryToTheClauseThatSaysIt() {
    // Given
    String run =
        "patient: so we drove up to the lake and my son wanted to fish and the weather was fine and"
            + " then on the way back i had chest pain and my wife drove us home and we slept in and"
            + " the next day we went to see my aunt in town and it rained all day long";

    // When
    List<Omission> found = omissions(note(), run);

    // Then
    assertThat(found)
        .singleElement()
        .satisfies(omission -> {
          assertThat(omission.text()).contains("i had chest pain");
          assertThat(omission.text().split(" ")).hasSizeLessThan(40);
          assertThat(run).contains(omission.evidence().quote());
        });
  }
}
