package org.medicscribe.simulators.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulerReaderTest {

  private static final int SESSION = 0xABCDEF;

  private final RulerSignal signal = new RulerSignal(SESSION);

  @Test
  void shouldReadOneRunFromWholeAudio() {
    // Given
    byte[] pcm = signal.pcm(0, 16_000);

    // When
    RulerReport report = RulerReport.of(pcm);

    // Then
    assertThat(report.runs()).containsExactly(new RulerReport.Run(SESSION, 0, 0, 16_000));
    assertThat(report.isExactly(SESSION, 16_000)).isTrue();
    assertThat(report.isExactly(SESSION, 16_001)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 15, 16, 17, 4321})
  void shouldFindItsPlaceWhereverTheAudioBegins(int from) {
    // Given
    byte[] pcm = signal.pcm(from, 31);

    // When
    RulerReport report = RulerReport.of(pcm);

    // Then
    assertThat(report.runs()).containsExactly(new RulerReport.Run(SESSION, from, 0, 31));
  }

  @Test
  void shouldReadAPositionFourHoursIntoTheRecording() {
    // Given
    long from = 4L * 3600 * 16_000 + 5;

    // When
    RulerReport report = RulerReport.of(signal.pcm(from, 1000));

    // Then
    assertThat(report.runs()).containsExactly(new RulerReport.Run(SESSION, from, 0, 1000));
  }

  @Test
  void shouldTellTheSampleAtWhichAudioWasLost() {
    // Given
    byte[] pcm = concat(signal.pcm(0, 320), signal.pcm(640, 320));

    // When
    RulerReport report = RulerReport.of(pcm);

    // Then
    assertThat(report.runs())
        .containsExactly(
            new RulerReport.Run(SESSION, 0, 0, 320), new RulerReport.Run(SESSION, 640, 320, 320));
    assertThat(report.lost(SESSION, 960)).isEqualTo(320);
    assertThat(report.doubled(SESSION)).isZero();
    assertThat(report.reordered(SESSION)).isZero();
  }

  @Test
  void shouldTellDoubledAudio() {
    // Given
    byte[] pcm = concat(signal.pcm(0, 320), signal.pcm(160, 320));

    // When
    RulerReport report = RulerReport.of(pcm);

    // Then
    assertThat(report.doubled(SESSION)).isEqualTo(160);
    assertThat(report.lost(SESSION, 480)).isZero();
  }

  @Test
  void shouldTellReorderedAudio() {
    // Given
    byte[] pcm = concat(signal.pcm(320, 320), signal.pcm(0, 320));

    // When
    RulerReport report = RulerReport.of(pcm);

    // Then
    assertThat(report.reordered(SESSION)).isEqualTo(1);
    assertThat(report.lost(SESSION, 640)).isZero();
    assertThat(report.doubled(SESSION)).isZero();
  }

  @Test
  void shouldTellTheAudioOfAnotherSessionApart() {
    // Given
    byte[] pcm = concat(signal.pcm(0, 320), new RulerSignal(7).pcm(320, 320));

    // When
    RulerReport report = RulerReport.of(pcm);

    // Then
    assertThat(report.sessions()).containsExactly(7, SESSION);
    assertThat(report.isExactly(SESSION, 640)).isFalse();
  }

  @Test
  void shouldCallOneBrokenSampleForeign() {
    // Given
    byte[] pcm = signal.pcm(0, 320);
    pcm[2 * 100] ^= 1;

    // When
    RulerReport report = RulerReport.of(pcm);

    // Then
    assertThat(report.foreign()).isEqualTo(1);
    assertThat(report.lost(SESSION, 320)).isEqualTo(1);
    assertThat(report.runs())
        .containsExactly(
            new RulerReport.Run(SESSION, 0, 0, 100), new RulerReport.Run(SESSION, 101, 101, 219));
  }

  @Test
  void shouldCallSilenceAndNoiseForeign() {
    // Given
    byte[] noise = new byte[32_000];
    new Random(1).nextBytes(noise);

    // When
    RulerReport report = RulerReport.of(concat(new byte[32_000], noise));

    // Then
    assertThat(report.runs()).isEmpty();
    assertThat(report.foreign()).isEqualTo(32_000);
  }

  @Test
  void shouldCallAudioShiftedByOneByteForeign() {
    // Given
    byte[] pcm = signal.pcm(0, 1600);

    // When
    RulerReport report = RulerReport.of(Arrays.copyOfRange(pcm, 1, pcm.length - 1));

    // Then
    assertThat(report.runs()).isEmpty();
    assertThat(report.foreign()).isEqualTo(1599);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void shouldAccountForEverySampleHoweverAudioIsCutAndFramed(long seed) {
    // Given
    RandomGenerator random = new Random(seed);
    long total = 40_000;
    boolean[] sent = new boolean[(int) total];
    long doubled = 0;
    long foreign = 0;
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int from = random.nextInt((int) total - 2000);
      int samples = 64 + random.nextInt(1900);
      pieces.add(signal.pcm(from, samples));
      for (int p = from; p < from + samples; p++) {
        doubled += sent[p] ? 1 : 0;
        sent[p] = true;
      }
      if (random.nextInt(3) == 0) {
        int silence = 1 + random.nextInt(500);
        pieces.add(new byte[2 * silence]);
        foreign += silence;
      }
    }
    long lost = 0;
    for (boolean there : sent) {
      lost += there ? 0 : 1;
    }
    byte[] pcm = concat(pieces.toArray(byte[][]::new));

    // When
    RulerReport report = new RulerReport();
    RulerReader reader = new RulerReader(report);
    for (int at = 0; at < pcm.length; ) {
      int length = Math.min(pcm.length - at, 1 + random.nextInt(700));
      if (random.nextBoolean()) {
        reader.read(pcm, at, length);
      } else {
        reader.read(ByteBuffer.wrap(pcm, at, length));
      }
      at += length;
    }
    reader.flush();

    // Then
    assertThat(report.lost(SESSION, total)).as("lost, seed %d", seed).isEqualTo(lost);
    assertThat(report.doubled(SESSION)).as("doubled, seed %d", seed).isEqualTo(doubled);
    assertThat(report.foreign()).as("foreign, seed %d", seed).isEqualTo(foreign);
    assertThat(reader.samples()).as("samples, seed %d", seed).isEqualTo(pcm.length / 2);
  }

  private static byte[] concat(byte[]... pieces) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(pieces).mapToInt(p -> p.length).sum());
    for (byte[] piece : pieces) {
      all.put(piece);
    }
    return all.array();
  }
}
