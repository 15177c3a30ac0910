package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientVoiceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I've been having chest pain for two days        | reports chest pain for two days
          I feel bloated every once in a while            | feels bloated every once in a while
          I don't smoke                                   | does not smoke
          I'm allergic to penicillin                      | is allergic to penicillin
          I fell and I hit my left elbow                  | fell and hit their left elbow
          It hurts when I bend my knee                    | It hurts when they bend their knee
          my father had a heart attack                    | father had a heart attack
          I can't sleep because I cough                   | cannot sleep because they cough
          I haven't had any fever                         | has not had any fever
          I also take aspirin                             | also takes aspirin
          No, it's the left knee                          | it's the left knee
          we were helping my daughter                     | they were helping their daughter
          I was dizzy when I was standing                 | was dizzy when they were standing
          """)
  void shouldSpeakOfThePatientInTheThirdPerson(String said, String written) {
    assertThat(PatientVoice.third(said)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I told them that they hurt me",
        "I blork my knee",
        "I'd it twice",
        "as you know I fell",
        "the mine is deeper"
      })
  void shouldGiveUpWhereNoRuleIsSafe(String said) {
    assertThat(PatientVoice.third(said)).isEmpty();
  }
}
