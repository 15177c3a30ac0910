package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClinicianVoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I'm going to start you on lisinopril ten milligrams  | start lisinopril ten milligrams
          let's go ahead and order an MRI                      | order an MRI
          we'll have you come back in a week                   | return in a week
          I'd like to refer you to physical therapy            | refer to physical therapy
          I wanna increase your lasix to 80 mg once a day      | increase their lasix to 80 mg once a day
          order a hemoglobin A1c                               | order a hemoglobin A1c
          come back and see me in four weeks                   | return in four weeks
          """)
  void shouldWriteIntentionsAsOrders(String said, String order) {
    assertThat(ClinicianVoice.note(said)).contains(new Styled(StatementKind.ORDER, order));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I want you to weigh yourself every day         | advised to weigh themselves every day
          I don't want you to drive home                 | advised not to drive home
          I'm not going to give you any opioids today    | will not give any opioids today
          so you do not need an antibiotic               | does not need an antibiotic
          I want you to call me if you're gaining weight | advised to call if they're gaining weight
          you can take it every six hours with food      | may take it every six hours with food
          make sure you drink enough                     | advised to drink enough
          if the pain gets worse, call 911               | if the pain gets worse, call 911
          call us right away if your foot turns blue     | call right away if their foot turns blue
          come back sooner if you start to vomit         | come back sooner if they start to vomit
          go straight to the hospital if you faint       | go straight to the hospital if they faint
          """)
  void shouldWriteWishesAsAdvice(String said, String advice) {
    assertThat(ClinicianVoice.note(said)).contains(new Styled(StatementKind.ADVICE, advice));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          on your heart exam I hear a slight murmur     | heart exam: a slight murmur
          I don't appreciate any murmurs                | no murmurs
          there's no swelling in your legs              | no swelling in the legs
          you have tenderness over your left knee       | has tenderness over the left knee
          you had surgery in 2012                       | had surgery in 2012
          your lungs are clear                          | lungs are clear
          I know that you've had back pain              | patient has had back pain
          """)
  void shouldWriteFindingsWithoutIAndYou(String said, String finding) {
    assertThat(ClinicianVoice.note(said)).contains(new Styled(StatementKind.FINDING, finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I think you have a lumbar strain               | probably a lumbar strain
          I think this is a viral infection              | probably a viral infection
          No, I think this is a viral infection          | probably a viral infection
          I think this could be appendicitis             | impression: could be appendicitis
          I doubt this is lupus                          | impression: not thought to be lupus
          what you're describing might be shingles       | impression: might be shingles
          I think what you have is plantar fasciitis     | probably plantar fasciitis
          my impression of this is a stress fracture     | impression: a stress fracture
          okay let me tell you I do think you have a torn meniscus and we see that a lot in skiers | probably a torn meniscus
          I think you may have unstable angina           | impression: patient may have unstable angina
          for your first problem, your back pain         | back pain
          """)
  void shouldWriteThoughtsAsImpressionsWithTheirDoubt(String said, String impression) {
    assertThat(ClinicianVoice.note(said))
        .contains(new Styled(StatementKind.IMPRESSION, impression));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm a bit worried about my own schedule",
        "I was going to start you on lisinopril but we decided not to",
        "we saw each other in my office"
      })
  void shouldGiveUpWhereNoRuleIsSafe(String said) {
    assertThat(ClinicianVoice.note(said)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"you should hear from them by Friday", "you should be back to normal by then"})
  void shouldNotTakeWhatIsExpectedForAdvice(String said) {
    assertThat(ClinicianVoice.note(said).map(Styled::kind))
        .isNotEqualTo(Optional.of(StatementKind.ADVICE));
  }

  @Test
  void shouldKeepTheProblemBesideItsOrder() {
    assertThat(
            ClinicianVoice.note("for your high blood pressure, I'm going to continue lisinopril"))
        .map(Styled::text)
        .contains("high blood pressure: continue lisinopril");
  }
}
