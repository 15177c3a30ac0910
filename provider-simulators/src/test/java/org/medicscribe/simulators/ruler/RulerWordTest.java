package org.medicscribe.simulators.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulerWordTest {

  @Test
  void shouldReadBackItsToken() {
    // Given
    RulerWord word = new RulerWord(RulerSignal.MAX_SESSION, 1_234_567);

    // When
    String token = word.token();

    // Then
    assertThat(token).isEqualTo("s16777215w1234567");
    assertThat(RulerWord.parse("\"" + token + ".")).contains(word);
    assertThat(RulerWord.parse("swelling")).isEmpty();
  }

  @Test
  void shouldCountTheWordsWhoseMiddleIsInTheAudio() {
    assertThat(RulerWord.count(0)).isZero();
    assertThat(RulerWord.count(4000)).isZero();
    assertThat(RulerWord.count(4001)).isEqualTo(1);
    assertThat(RulerWord.count(12_000)).isEqualTo(1);
    assertThat(RulerWord.count(12_001)).isEqualTo(2);
    assertThat(RulerWord.count(16_000L * 60)).isEqualTo(120);
  }

  @Test
  void shouldChangeTheSpeakerEveryTenWords() {
    assertThat(new RulerWord(1, 9).speaker()).isZero();
    assertThat(new RulerWord(1, 9).endsTurn()).isTrue();
    assertThat(new RulerWord(1, 10).speaker()).isEqualTo(1);
    assertThat(new RulerWord(1, 20).speaker()).isZero();
  }
}
