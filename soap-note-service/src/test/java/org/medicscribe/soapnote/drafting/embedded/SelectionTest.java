package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.NotePart;

class SelectionTest {

  private static final Placement PAIN = placement("Reports chest pain.", 0.9, 1, 0);
  private static final Placement PAIN_AGAIN = placement("Has pain in the chest.", 0.8, 0.99f, 0.1f);
  private static final Placement COUGH = placement("Reports a cough.", 0.6, 0, 1);
  private static final Placement WEATHER = placement("It rained.", 0.01, 0.5f, 0.5f);

  @Test
  void shouldPreferSomethingNewToTheSameAgain() {
    // Given
    Selection selection = new Selection(0.5, 6, 6, 0.5, 0.05);
    // When
    List<Placement> chosen = selection.choose(List.of(PAIN, PAIN_AGAIN, COUGH), 10);
    // Then
    assertThat(chosen).containsExactly(PAIN, COUGH);
  }

  @Test
  void shouldKeepTheOrderOfSpeech() {
    // Given
    Selection selection = new Selection(1, 100, 100, 0.1, 0.05);
    // When
    List<Placement> chosen = selection.choose(List.of(COUGH, PAIN), 100);
    // Then
    assertThat(chosen).containsExactly(COUGH, PAIN);
  }

  @Test
  void shouldLeaveOutWhatMattersToNobodyHoweverMuchRoomThereIs() {
    // Given
    Selection selection = new Selection(1, 100, 100, 0.1, 0.05);
    // When
    List<Placement> chosen = selection.choose(List.of(WEATHER), 100);
    // Then
    assertThat(chosen).isEmpty();
  }

  private static Placement placement(String text, double score, float... meaning) {
    Candidate candidate =
        new Candidate(text, StatementKind.REPORT, SpeakerSide.PATIENT, 0, List.of());
    return new Placement(candidate, NotePart.SUBJECTIVE, score, meaning);
  }
}
