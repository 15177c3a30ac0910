package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerVoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          any fever                                    | no                      | denies fever
          have you had any nausea or vomiting          | no not really           | denies nausea or vomiting
          do you have any chest pain                   | yes                     | reports chest pain
          do you smoke                                 | no i don't              | denies smoking
          are you taking your medications              | yes                     | reports taking their medications
          any allergies                                | not that i know of      | denies allergies ("not that i know of")
          any shortness of breath                      | yes, when I climb stairs | reports shortness of breath, when they climb stairs
          has she had any diarrhea                     | No, but she's not eating | denies diarrhea, but she's not eating
          other symptoms have you had a fever or chills | no                     | denies fever or chills
          how long has that been going on              | about three weeks       | Duration: about three weeks
          do you have any allergies                    | yes, i'm allergic to penicillin | Allergies: allergic to penicillin
          how bad is the pain                          | about a six             | Severity: about a six
          """)
  void shouldJoinQuestionAndAnswer(String question, String answer, String statement) {
    assertThat(AnswerVoice.statement(question, answer)).contains(statement);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          you don't have any allergies              | no
          is it sharp or does it burn               | yes
          what brings you in                        | no
          any surgeries                             | no I take metformin
          why is that                               | yes
          any does the pain move                    | no
          any fever                                 | mm-hmm
          """)
  void shouldGiveUpWhereTheAnswerCouldMeanEither(String question, String answer) {
    assertThat(AnswerVoice.statement(question, answer)).isEmpty();
  }
}
