package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.WordTimer.Span;

class WordTimerTest {

  private static final int SECOND = 16_000;
  private static final Offset<Integer> ABOUT = within(SECOND / 20);

  @Test
  void shouldShareTheVoicedTimeByTheLengthOfWords() {
    // Given
    short[] audio = audio(3 * SECOND);
    voice(audio, SECOND, 2 * SECOND);

    // When
    List<Span> spans = WordTimer.spread(List.of("abc", "abc"), audio, SECOND, 2 * SECOND);

    // Then
    assertThat(spans.getFirst().start()).isCloseTo(SECOND, ABOUT);
    assertThat(spans.getFirst().end()).isCloseTo(SECOND * 3 / 2, ABOUT);
    assertThat(spans.getLast().end()).isCloseTo(2 * SECOND, ABOUT);
  }

  @Test
  void shouldPutThePauseAfterThePunctuation() {
    // Given
    short[] audio = audio(4 * SECOND);
    voice(audio, 0, SECOND);
    voice(audio, SECOND * 3 / 2, 4 * SECOND);

    // When
    List<Span> spans =
        WordTimer.spread(
            List.of("yes,", "it", "hurts", "when", "I", "breathe."), audio, 0, 4 * SECOND);

    // Then
    assertThat(spans.get(0).end()).isCloseTo(SECOND, ABOUT);
    assertThat(spans.get(1).start()).isCloseTo(SECOND * 3 / 2, ABOUT);
  }

  @Test
  void shouldGiveADigitTheTimeOfASpokenWord() {
    // Given
    short[] audio = audio(SECOND);
    voice(audio, 0, SECOND);

    // When
    List<Span> spans = WordTimer.spread(List.of("130", "over"), audio, 0, SECOND);

    // Then
    assertThat(spans.getFirst().end()).isGreaterThan(SECOND * 7 / 10);
  }

  @Test
  void shouldStayInOrderAndInsideTheAudioWhereNothingIsLoud() {
    // Given
    short[] audio = audio(SECOND / 2);

    // When
    List<Span> spans = WordTimer.spread(List.of("who,", "is,", "there,"), audio, 0, SECOND / 2);

    // Then
    int position = 0;
    for (Span span : spans) {
      assertThat(span.start()).isBetween(position, SECOND / 2);
      assertThat(span.end()).isBetween(span.start(), SECOND / 2);
      position = span.start();
    }
  }

  @Test
  void shouldTimeNothingWhenThereIsNothing() {
    assertThat(WordTimer.spread(List.of(), audio(SECOND), 0, SECOND)).isEmpty();
    assertThat(WordTimer.spread(List.of("hm"), audio(100), 0, 100)).hasSize(1);
  }

  private static short[] audio(int samples) {
    return new short[samples];
  }

  private static void voice(short[] audio, int from, int to) {
    for (int i = from; i < to; i++) {
      audio[i] = (short) (8_000 * Math.sin(i * 0.1));
    }
  }
}
