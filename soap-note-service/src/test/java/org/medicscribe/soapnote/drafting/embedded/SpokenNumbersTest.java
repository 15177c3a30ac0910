package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenNumbersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lisinopril ten milligrams             | lisinopril 10 mg
          for five weeks                        | for 5 weeks
          twice a day for two to three days     | twice a day for 2 to 3 days
          two or three times a day              | 2 or 3 times a day
          five hundred milligrams               | 500 mg
          one thousand milligrams               | 1000 mg
          one hundred and twenty five micrograms| 125 mcg
          zero point five milligrams            | 0.5 mg
          a hundred and one point four degrees  | 101.4 degrees
          thirty five years old                 | 35 years old
          ninety nine percent on room air       | 99% on room air
          eight centimeters                     | 8 cm
          point five milligrams                 | 0.5 mg
          point two five milligrams             | 0.25 mg
          two and a half milligrams             | 2.5 mg
          one fifty milligram tablet            | one 50 mg tablet
          two twenty milligram tablets          | two 20 mg tablets
          one 50 mg tablet                      | one 50 mg tablet
          two 20 mg tablets                     | two 20 mg tablets
          """)
  void shouldWriteQuantitiesWithDigits(String said, String written) {
    assertThat(SpokenNumbers.normalise(said)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          blood pressure is one hundred thirty over eighty | blood pressure is 130/80 mmHg
          blood pressure is one thirty two over eighty     | blood pressure is 132/80 mmHg
          bp 122 over 70 today                             | bp 122/70 mmHg today
          heart rate is one twelve                         | heart rate is 112
          temperature is one oh one point two              | temperature is 101.2
          your blood sugar is two ten                      | your blood sugar is 210
          it runs one forty over ninety                    | it runs 140 over 90
          """)
  void shouldReadMeasurementsAsTheyAreSpoken(String said, String written) {
    assertThat(SpokenNumbers.normalise(said)).isEqualTo(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the one on the left
          one of those days
          took one twenty times
          one thirty for the next
          one fifty milligrams
          on Saturday one twenty milligrams
          for my blood pressure one fifty micrograms
          one twenty days
          five five five oh one four two
          """)
  void shouldLeaveWhatCouldMeanSomethingElse(String said) {
    assertThat(SpokenNumbers.normalise(said)).doesNotContain("mmHg").doesNotContain("120", "1 ");
  }
}
