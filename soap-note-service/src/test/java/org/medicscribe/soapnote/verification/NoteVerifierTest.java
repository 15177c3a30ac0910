package org.medicscribe.soapnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Finding;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.testing.Dialogue;

class NoteVerifierTest {

  private static final NoteVerifier VERIFIER = new NoteVerifier(Medicines.fromWordList());

  private static Statement verified(
      String text, NoteLanguage language, TranscriptIndex transcript, Citation... citations) {
    DraftStatement statement = new DraftStatement(text, List.of(citations));
    Draft draft =
        new Draft(List.of(new DraftSection(new SectionCode("plan"), List.of(statement))), Map.of());
    return VERIFIER.verify(draft, ShippedTemplates.standard(), language, transcript).stream()
        .flatMap(section -> section.statements().stream())
        .toList()
        .getFirst();
  }

  /** The statement held against a visit of these lines, each quoted whole. */
  private static Verification verification(String statement, String... visit) {
    return verification(NoteLanguage.ENGLISH, statement, visit);
  }

  private static Verification verification(
      NoteLanguage language, String statement, String... visit) {
    TranscriptIndex transcript = Dialogue.of(visit);
    List<Citation> citations = new ArrayList<>();
    transcript
        .lines()
        .forEach(line -> citations.add(new Citation(line.segment().value(), line.text())));
    return verified(statement, language, transcript, citations.toArray(Citation[]::new))
        .verification();
  }

  private static List<String> rules(Verification verification) {
    return verification.findings().stream().map(Finding::rule).toList();
  }

  @Test
  void shouldKeepTheOrderOfTheTemplateAndNumberStatementsBySection() {
    // Given
    TranscriptIndex transcript = Dialogue.of("patient: My knee hurts.");
    DraftStatement knee =
        new DraftStatement("Knee pain.", List.of(new Citation("s0", "my knee hurts")));
    Draft draft =
        new Draft(
            List.of(
                new DraftSection(new SectionCode("plan"), List.of(knee)),
                new DraftSection(new SectionCode("subjective"), List.of(knee, knee))),
            Map.of());

    // When
    var sections =
        VERIFIER.verify(draft, ShippedTemplates.standard(), NoteLanguage.ENGLISH, transcript);

    // Then
    assertThat(sections)
        .extracting(section -> section.code())
        .containsExactlyElementsOf(
            ShippedTemplates.standard().sections().stream()
                .map(section -> section.code())
                .toList());
    assertThat(sections.getFirst().statements())
        .extracting(Statement::id)
        .containsExactly("subjective-1", "subjective-2");
  }

  @Nested
  class Quotes {

    private final TranscriptIndex visit =
        Dialogue.of(
            "clinician: Good morning.",
            "patient: Well, um, I've had a cough since Monday.",
            "patient: It is worse at night, I can't sleep.");

    private Status status(Citation citation) {
      return verified("Cough since Monday.", NoteLanguage.ENGLISH, visit, citation)
          .verification()
          .status();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "I've had a cough since Monday.",
          "i’ve had a COUGH, since monday",
          "Well, I've had a cough since Monday",
          "Well ... a cough since Monday"
        })
    void shouldStandWhateverItsCasePunctuationAndHesitations(String quote) {
      assertThat(status(new Citation("s1", quote))).isEqualTo(Status.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "I've had a bad cough since Monday",
          "a cough since Tuesday",
          "since Monday ... a cough"
        })
    void shouldFailWhenAWordWasNotSaidOrNotInThisOrder(String quote) {
      assertThat(status(new Citation("s1", quote))).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void shouldPointToTheRightLineWhenTheWrongOneIsCited() {
      // When
      Statement statement =
          verified(
              "Cough since Monday.",
              NoteLanguage.ENGLISH,
              visit,
              new Citation("s0", "a cough since Monday"));

      // Then
      assertThat(statement.verification().status()).isEqualTo(Status.PARTLY);
      assertThat(statement.evidence())
          .extracting(Evidence::segment)
          .extracting(Object::toString)
          .containsExactly("s1");
    }

    @Test
    void shouldDropACitationOfALineThatDoesNotExist() {
      // When
      Statement statement =
          verified(
              "Has a fever.",
              NoteLanguage.ENGLISH,
              visit,
              new Citation("line 7", "i have a fever"));

      // Then
      assertThat(statement.evidence()).isEmpty();
      assertThat(rules(statement.verification())).contains("quote-stands");
    }

    @Test
    void shouldNotAcceptAStatementWithoutAnyCitation() {
      Statement statement = verified("Cough since Monday.", NoteLanguage.ENGLISH, visit);
      assertThat(statement.verification().status()).isEqualTo(Status.UNSUPPORTED);
      assertThat(rules(statement.verification())).containsExactly("evidence-given");
    }
  }

  @Nested
  class Numbers {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "BP 130/80 mmHg. | clinician: Blood pressure is one hundred and thirty over eighty.",
          "BP 130/80. | clinician: Your blood pressure is one thirty over eighty today.",
          "Temperature 98.6. | clinician: Temperature ninety eight point six.",
          "Lisinopril 10 mg daily. | clinician: Lisinopril ten milligrams every day.",
          "Metformin 500 mg twice daily. | clinician: Metformin five hundred milligrams two times a day.",
          "Amoxicillin 875 mg BID. | clinician: Amoxicillin eight hundred seventy five milligrams every twelve hours.",
          "Warfarin 2.5 mg. | clinician: Warfarin two and a half milligrams.",
          "Digoxin 0.125 mg. | clinician: Digoxin point one two five milligrams.",
          "3/6 systolic murmur. | clinician: I hear a three out of six systolic murmur.",
          "A 58-year-old man. | clinician: He is a fifty eight year old man.",
          "Heart rate 105 bpm. | clinician: Your heart rate is one oh five.",
          "Cough for 4 to 5 days. | patient: The cough, four or five days.",
          "Headache for 1 week. | patient: I have had this headache for a week.",
          "Platelets 150,000. | clinician: Platelets are a hundred fifty thousand."
        })
    void shouldAgreeInDigitsAndInWords(String statement, String said) {
      assertThat(verification(statement, said)).isEqualTo(Verification.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "BP 130/90. | clinician: Blood pressure is one thirty over eighty. | numbers-agree",
          "Lisinopril 20 mg. | clinician: Lisinopril ten milligrams. | numbers-agree",
          "Lisinopril 10 mcg. | clinician: Lisinopril ten milligrams. | units-agree",
          "Cough for 3 months. | patient: I have had a cough for three weeks. | units-agree",
          "Metformin three times daily. | clinician: Metformin twice a day. | frequency-agrees",
          "Ibuprofen daily. | clinician: Take ibuprofen. | frequency-agrees"
        })
    void shouldFailWhenTheyDiffer(String statement, String said, String rule) {
      Verification verification = verification(statement, said);
      assertThat(verification.status()).isEqualTo(Status.UNSUPPORTED);
      assertThat(rules(verification)).contains(rule);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Furosemide 20 mg. | patient: The furosemide, I take twenty.",
          "Pain for 2 weeks. | patient: The pain, a couple of weeks."
        })
    void shouldDoubtWhatIsMorePreciseThanWhatWasSaid(String statement, String said) {
      assertThat(verification(statement, said).status()).isEqualTo(Status.PARTLY);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Presión arterial 130/80. | clinician: La presión es ciento treinta sobre ochenta.",
          "Metformina 850 mg dos veces al día. | clinician: Metformina ochocientos cincuenta miligramos cada doce horas.",
          "Tos de 3 semanas. | patient: Tengo tos desde hace tres semanas.",
          "Peso 72,5 kg. | clinician: Pesa setenta y dos coma cinco kilos.",
          "Edad 45 años. | patient: Tengo cuarenta y cinco años de edad."
        })
    void shouldAgreeInSpanish(String statement, String said) {
      assertThat(verification(NoteLanguage.SPANISH, statement, said))
          .isEqualTo(Verification.VERIFIED);
    }

    @Test
    void shouldFailInSpanish() {
      Verification verification =
          verification(
              NoteLanguage.SPANISH,
              "Enalapril 20 mg.",
              "clinician: Enalapril diez miligramos al día.");
      assertThat(rules(verification)).contains("numbers-agree");
    }
  }

  @Nested
  class Sides {

    @Test
    void shouldFailWhenTheOtherSideWasSaid() {
      Verification verification =
          verification("Right knee pain.", "patient: My left knee is in pain.");
      assertThat(rules(verification)).contains("laterality-agrees");
    }

    @Test
    void shouldNotTakeAllRightForASide() {
      Verification verification =
          verification(
              "Right knee pain.",
              "clinician: All right, let's look at it right now.",
              "patient: The knee is in pain.");
      assertThat(rules(verification)).containsExactly("laterality-agrees");
      assertThat(verification.status()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void shouldAcceptBothSidesForBilateral() {
      assertThat(
              verification(
                  "Bilateral ankle edema.", "clinician: Edema in your left and right ankle."))
          .isEqualTo(Verification.VERIFIED);
    }

    @Test
    void shouldFailInSpanish() {
      Verification verification =
          verification(
              NoteLanguage.SPANISH,
              "Dolor en la rodilla derecha.",
              "patient: Me duele la rodilla izquierda, es un dolor fuerte.");
      assertThat(rules(verification)).containsExactly("laterality-agrees");
    }
  }

  @Nested
  class Negations {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Denies fever or chills. | clinician: Any fever or chills? | patient: No.",
          "Denies chest pain. | clinician: Do you have any chest pain? | patient: No, I don't.",
          "Reports nausea. | clinician: Are you having nausea? | patient: Yes, I am.",
          "Denies fever; reports cough. | clinician: Any fever or cough? | patient: No, just a cough.",
          "No vomiting. | clinician: Okay. | patient: I have not been vomiting.",
          "Denies dizziness. | clinician: and any dizziness or anything | patient: no",
          "No murmur; lungs are clear. | clinician: Your | clinician: No murmur your lungs are clear.",
          "Family history: no cancer. | clinician: Any family history? | patient: No cancer.",
          "It is a strain. | clinician: So | clinician: So it is a strain, not a tear, okay?"
        })
    void shouldReadAQuestionWithItsAnswer(String statement, String question, String answer) {
      assertThat(verification(statement, question, answer)).isEqualTo(Verification.VERIFIED);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Reports fever and chills. | clinician: Any fever or chills? | patient: No.",
          "Denies chest pain. | clinician: Do you have any chest pain? | patient: Yes, I do.",
          "Denies vomiting. | clinician: Okay. | patient: I have been vomiting.",
          "Has been vomiting. | clinician: Okay. | patient: I have not been vomiting.",
          "Denies fever and cough. | clinician: Okay. | patient: I have a cough but no fever."
        })
    void shouldFailWhenTurnedRound(String statement, String question, String answer) {
      Verification verification = verification(statement, question, answer);
      assertThat(verification.status()).isEqualTo(Status.UNSUPPORTED);
      assertThat(rules(verification)).contains("negation-agrees");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Refiere fiebre. | clinician: ¿Ha tenido fiebre? | patient: No, doctor.",
          "Niega fiebre. | clinician: ¿Ha tenido fiebre? | patient: Sí, mucha."
        })
    void shouldFailInSpanish(String statement, String question, String answer) {
      assertThat(rules(verification(NoteLanguage.SPANISH, statement, question, answer)))
          .contains("negation-agrees");
    }

    @Test
    void shouldNotTakeAQuestionForItsAnswer() {
      // Given
      TranscriptIndex visit =
          Dialogue.of("clinician: Do you smoke?", "clinician: Let me listen to your lungs.");

      // When
      Statement statement =
          verified("Smokes.", NoteLanguage.ENGLISH, visit, new Citation("s0", "Do you smoke?"));

      // Then
      assertThat(rules(statement.verification())).contains("answer-given");
      assertThat(statement.verification().status()).isEqualTo(Status.UNSUPPORTED);
    }
  }

  @Nested
  class Dates {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Follow up in 2 weeks. | clinician: Follow up with me in two weeks.",
          "Surgery on March 14. | patient: The surgery was on March fourteenth.",
          "Fell last week. | patient: I fell last week.",
          "Returns on Monday. | clinician: Please return on Monday."
        })
    void shouldAgree(String statement, String said) {
      assertThat(rules(verification(statement, said))).doesNotContain("dates-agree");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "Follow up in 2 weeks. | patient: I had a follow up two weeks ago.",
          "Surgery on March 15. | patient: The surgery was on March fourteenth.",
          "Fell yesterday. | patient: I fell last week.",
          "Returns on Friday. | clinician: Please return on Monday."
        })
    void shouldFailWhenTheyDiffer(String statement, String said) {
      assertThat(rules(verification(statement, said))).contains("dates-agree");
    }
  }

  @Nested
  class NamesOfMedicines {

    @Test
    void shouldFailForAMedicineThatNobodyNamed() {
      Verification verification =
          verification("Start metoprolol 25 mg.", "clinician: We start metformin 25 mg.");
      assertThat(rules(verification)).containsExactly("medicines-agree");
      assertThat(verification.status()).isEqualTo(Status.UNSUPPORTED);
    }

    @Test
    void shouldTakeABrandForItsSubstanceWhenTheListSaysSo() {
      assertThat(
              verification("Increase furosemide to 80 mg.", "clinician: Increase lasix to 80 mg."))
          .isEqualTo(Verification.VERIFIED);
    }

    @Test
    void shouldDoubtACorrectedSpelling() {
      assertThat(
              verification("Takes metoprolol 25 mg.", "patient: I take metroprolol 25 mg.")
                  .status())
          .isEqualTo(Status.PARTLY);
    }

    @Test
    void shouldNotTakeOneMedicineForAnotherThatSoundsAlike() {
      assertThat(verification("Prednisolone 5 mg.", "clinician: Prednisone 5 mg.").status())
          .isEqualTo(Status.UNSUPPORTED);
    }
  }

  @Test
  void shouldDoubtAStatementThatSharesNoWordWithItsEvidence() {
    Verification verification =
        verification("Type diabetes poorly controlled.", "patient: My dog is lovely.");
    assertThat(rules(verification)).contains("subject-stands");
    assertThat(verification.status()).isEqualTo(Status.PARTLY);
  }
}
