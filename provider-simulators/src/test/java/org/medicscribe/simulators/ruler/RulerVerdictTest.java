package org.medicscribe.simulators.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RulerVerdictTest {

  private static final int SESSION = 42;

  @Test
  void shouldAcceptEveryWordOnceAndInOrder() {
    // Given
    String text = words(0, 1, 2, 3);

    // When
    RulerVerdict verdict = RulerVerdict.ofText(SESSION, 4, text);

    // Then
    assertThat(verdict.isExact()).isTrue();
    assertThat(verdict).hasToString("session 42: exactly the words 0 to 3");
  }

  @Test
  void shouldReadWordsThroughCapitalsAndPunctuation() {
    // Given
    String text = "S42w000000, s42w000001. \"S42W000002\"";

    // When
    RulerVerdict verdict = RulerVerdict.ofText(SESSION, 3, text);

    // Then
    assertThat(verdict.isExact()).isTrue();
  }

  @Test
  void shouldNameWhatIsMissing() {
    // Given
    String text = words(0, 4, 5, 7);

    // When
    RulerVerdict verdict = RulerVerdict.ofText(SESSION, 9, text);

    // Then
    assertThat(verdict.isExact()).isFalse();
    assertThat(verdict).hasToString("session 42: heard 4 of 9 words; missing (5) 1-3 6 8");
  }

  @Test
  void shouldNameWhatCameTwiceAndLate() {
    // Given
    String text = words(0, 2, 2, 1, 3, 0, 9);

    // When
    RulerVerdict verdict = RulerVerdict.ofText(SESSION, 4, text);

    // Then
    assertThat(verdict.doubled()).containsExactly(2L, 0L);
    assertThat(verdict.outOfOrder()).containsExactly(1L);
    assertThat(verdict.unexpected()).containsExactly(9L);
    assertThat(verdict.missing()).isEmpty();
    assertThat(verdict.isExact()).isFalse();
  }

  @Test
  void shouldNotAcceptTheWordsOfAnotherSession() {
    // Given
    String text = words(0, 1) + " s43w000002 hello";

    // When
    RulerVerdict verdict = RulerVerdict.ofText(SESSION, 2, text);

    // Then
    assertThat(verdict.isExact()).isFalse();
    assertThat(verdict.foreign()).containsExactly("s43w000002", "hello");
  }

  @Test
  void shouldNotAcceptAnEmptyTranscriptOfSpokenAudio() {
    // When
    RulerVerdict verdict = RulerVerdict.ofText(SESSION, 2, " ");

    // Then
    assertThat(verdict).hasToString("session 42: heard 0 of 2 words; missing (2) 0-1");
  }

  private static String words(long... indexes) {
    return LongStream.of(indexes)
        .mapToObj(index -> new RulerWord(SESSION, index).token())
        .collect(Collectors.joining(" "));
  }
}
