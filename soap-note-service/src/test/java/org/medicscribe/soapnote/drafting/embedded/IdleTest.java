package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdleTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Clinician: let's go over the history first.",
        "In reviewing the films of the wrist.",
        "From a heart standpoint.",
        "Medications: has just been taking, gab-.",
        "See that quite often.",
        "Needs to discuss that again.",
        "Patient mentioned some tablets.",
        "Hold their hand up here.",
        "Follow up with the results.",
        "Everything looks good right now.",
        "That is what we call a sprain of the outer ligament.",
        "There are a lot of small bones in the wrist.",
        "She they have a cuff at home.",
      })
  void shouldLeaveOutWhatTellsNobodyAnything(String statement) {
    assertThat(Idle.is(statement, StatementKind.FINDING)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Denies tenderness where I'm pressing.", "Reports pain down here."})
  void shouldLeaveOutWhatIsFeltWhereNobodySeesIt(String statement) {
    assertThat(Idle.is(statement, StatementKind.ANSWER)).isTrue();
    assertThat(Idle.is(statement, StatementKind.ORDER)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In the office the blood pressure was 150/90.",
        "On the exam there is a rash of the left forearm.",
        "Order an MRI of the wrist.",
        "Take it with food twice a day.",
        "Follow up with cardiology in 2 weeks.",
        "Check it every morning.",
        "Patient mentioned that the rash began after a new soap.",
        "Everything is worse at night.",
        "4 days of elbow pain.",
        "For the knee, ice and rest.",
      })
  void shouldKeepWhatTellsSomething(String statement) {
    assertThat(Idle.is(statement, StatementKind.FINDING)).isFalse();
  }
}
