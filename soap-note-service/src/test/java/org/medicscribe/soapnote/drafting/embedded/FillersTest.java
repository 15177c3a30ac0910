package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Well, um, I have, you know, a headache.   | I have, a headache
          it hurts in , in , in the inside          | it hurts in the inside
          i was i was up on a ladder                | i was up on a ladder
          I, I've been pretty good                  | I've been pretty good
          we do mon- , i , i monitor it             | we do, i monitor it
          okay so the pain is worse, okay?          | the pain is worse
          Hey Dragon, order an MRI                  | order an MRI
          was , um , trying                         | was trying
          fever, um, chills                         | fever, chills
          """)
  void shouldTakeOutWhatCarriesNoMeaning(String said, String kept) {
    assertThat(Fillers.clean(Token.of(said, 0))).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Right knee pain                      | Right knee pain
          the pain is on the right             | the pain is on the right
          well controlled diabetes             | well controlled diabetes
          great toe swelling                   | great toe swelling
          my sleep is okay                     | my sleep is okay
          I don't think so                     | I don't think so
          twenty twenty vision                 | twenty twenty vision
          No, not at all                       | No, not at all
          do you know what it was              | do you know what it was
          """)
  void shouldKeepWordsThatCouldBeTheContent(String said, String kept) {
    assertThat(Fillers.clean(Token.of(said, 0))).isEqualTo(kept);
  }
}
