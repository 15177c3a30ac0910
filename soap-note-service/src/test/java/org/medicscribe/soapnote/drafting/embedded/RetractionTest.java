package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetractionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the metoprolol to 50, I mean 75 milligrams         | the metoprolol to 75 milligrams
          my left, sorry, my right wrist hurts               | my right wrist hurts
          an MRI of the right hip, correction, left hip      | an MRI of the left hip
          twice, no, three times a day                       | twice, no, three times a day
          three times, no, two times a day                   | two times a day
          come back in two weeks, sorry, in one week         | come back in one week
          on Monday, no wait, on Friday                      | on Friday
          it was one fifty, I'm sorry, one twenty over fifty | it was one twenty over fifty
          the left no sorry the right shoulder               | the right shoulder
          penicillin or, I'm sorry, amoxicillin              | amoxicillin
          """)
  void shouldKeepWhatWasMeantLast(String said, String meant) {
    assertThat(Retraction.in(said).text()).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I was late, sorry",
        "no, I never smoked",
        "two or three times, actually more at night",
        "left or right, no difference"
      })
  void shouldLeaveWhatTakesNothingBack(String said) {
    assertThat(Retraction.in(said)).isEqualTo(new Retraction(said, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"the cream, sorry, an ointment at night", "we gave the shot, correction, nothing"})
  void shouldBeInDoubtWhereItIsNotPlainWhatWasTakenBack(String said) {
    assertThat(Retraction.in(said)).isEqualTo(new Retraction(said, true));
  }
}
