package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.transcription.speech.embedded.VoiceDetector.FRAME;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechSegmenterTest {

  private static final float LOUD = 0.1f;

  private final List<Stretch> stretches = new ArrayList<>();
  private final SpeechSegmenter segmenter = new SpeechSegmenter(stretches::add);
  private long now;

  @Test
  void shouldPadSpeechAndCloseItAfterSixTenthsOfSilence() {
    // Given
    silence(60);
    speech(50);

    // When
    silence(18);
    assertThat(stretches).hasSize(1);
    silence(1);

    // Then
    long voicedStart = 60 * FRAME;
    long voicedEnd = 110 * FRAME;
    assertThat(stretches)
        .containsExactly(
            new Stretch.Silence(0, voicedStart - 6_400),
            new Stretch.Speech(
                voicedStart - 6_400, voicedEnd + 6_400, voicedStart, voicedEnd, false));
  }

  @Test
  void shouldKeepOneStretchAcrossAShortPause() {
    // Given
    speech(30);
    silence(12);
    speech(30);

    // When
    silence(30);

    // Then
    assertThat(stretches)
        .singleElement()
        .isEqualTo(new Stretch.Speech(0, 72 * FRAME + 6_400, 0, 72 * FRAME, false));
  }

  @Test
  void shouldTakeAClickForSilence() {
    // Given
    silence(20);
    speech(4);
    silence(20);

    // When
    segmenter.flush(now);

    // Then
    assertThat(stretches).containsExactly(new Stretch.Silence(0, 44 * FRAME));
  }

  @Test
  void shouldKeepTalkingWhileTheVoiceIsInDoubt() {
    // Given
    speech(30);

    // When
    frames(40, 0.4f, LOUD);

    // Then
    assertThat(stretches).isEmpty();
    assertThat(segmenter.open()).isPresent();
  }

  @Test
  void shouldReportSilenceEveryThreeSecondsButNeverTheStartOfSpeech() {
    // Given
    silence(320);

    // When
    speech(10);
    segmenter.flush(now);

    // Then
    assertContiguousUpTo(now);
    assertThat(stretches.getFirst().end()).isBetween(48_000L, 49_000L);
    assertThat(stretches)
        .filteredOn(Stretch.Speech.class::isInstance)
        .singleElement()
        .extracting(Stretch::start)
        .isEqualTo(320L * FRAME - 6_400);
  }

  @Test
  void shouldCutLongTalkAtItsQuietestMoment() {
    // Given
    speech(300);
    frames(3, 0.9f, 0.001f);

    // When
    speech(80);

    // Then
    long cut = 300 * FRAME + 3 * FRAME / 2;
    assertThat(stretches).containsExactly(new Stretch.Speech(0, cut, 0, cut, true));
    assertThat(segmenter.open().orElseThrow().start()).isEqualTo(cut);
  }

  @Test
  void shouldGoSilentWhenLongTalkIsCutInsideItsLastPause() {
    // Given
    speech(365);

    // When
    silence(40);
    segmenter.flush(now);

    // Then
    assertContiguousUpTo(now);
    assertThat(stretches).filteredOn(Stretch.Speech.class::isInstance).hasSize(1);
  }

  @Test
  void shouldCoverEverythingWhenFlushedInTheMiddleOfAWord() {
    // Given
    silence(10);
    speech(20);

    // When
    segmenter.flush(now + 100);

    // Then
    assertContiguousUpTo(now + 100);
    assertThat(stretches.getLast())
        .isEqualTo(new Stretch.Speech(10 * FRAME - 5_120, now + 100, 10 * FRAME, now + 100, false));
  }

  @Test
  void shouldNotReachBackBeforeAFlush() {
    // Given
    speech(20);
    segmenter.flush(now);

    // When
    speech(20);
    segmenter.flush(now);

    // Then
    assertContiguousUpTo(now);
    assertThat(stretches).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void shouldCoverEverySampleOnceWhateverIsHeard(long seed) {
    // Given
    var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);

    // When
    for (int spell = 0; spell < 60; spell++) {
      float probability = random.nextFloat();
      frames(random.nextInt(1, 120), probability, random.nextFloat());
      if (random.nextInt(10) == 0) {
        segmenter.flush(now + random.nextInt(FRAME));
      }
    }
    segmenter.flush(now + FRAME - 1);

    // Then
    assertContiguousUpTo(now + FRAME - 1);
    assertThat(stretches)
        .as("seed %d", seed)
        .allSatisfy(
            stretch -> assertThat(stretch.end() - stretch.start()).isBetween(1L, 12L * 16_000));
  }

  private void assertContiguousUpTo(long end) {
    long position = 0;
    for (Stretch stretch : stretches) {
      assertThat(stretch.start()).isEqualTo(position);
      position = stretch.end();
    }
    assertThat(position).isEqualTo(end);
  }

  private void speech(int count) {
    frames(count, 0.9f, LOUD);
  }

  private void silence(int count) {
    frames(count, 0.05f, 0);
  }

  private void frames(int count, float probability, float loudness) {
    for (int i = 0; i < count; i++) {
      segmenter.accept(probability, loudness);
      now += FRAME;
    }
  }
}
