package org.medicscribe.soapnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          my birthday is the third of March              | Good morning.
          six one seven five five five oh one four two   | What number is best?
          it's 617-555-0142                              | Go on.
          I live at twelve Harbour Lane                  | And where are you now?
          j dot doe at mail dot com                      | How do we write to you?
          B R A N D T                                    | Can you spell your last name?
          Brandt                                         | What is your last name?
          the policy number ends in nine                 | Are you insured?
          """)
  void shouldNoticeWhatTellsWhoSomebodyIs(String said, String before) {
    assertThat(Identifiers.in(said, before)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "K E P P R A, seven fifty milligrams twice a day",
        "one twenty one, one thirty, one forty over ninety",
        "your blood pressure is one thirty over eighty and your pulse is seventy two",
        "I live with my wife and two dogs",
        "the number of tablets went up to six"
      })
  void shouldLeaveWhatTellsHowTheyAre(String said) {
    assertThat(Identifiers.in(said, "Which medicine do you take?")).isFalse();
  }
}
