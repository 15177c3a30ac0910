package org.medicscribe.audiofiles.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether all of a file came, by nothing but its bytes. */
class FileEndTest {

  private static byte[] recording(String name) throws IOException {
    try (InputStream file = FileEndTest.class.getResourceAsStream("/recordings/" + name)) {
      return file.readAllBytes();
    }
  }

  private static FileEnd followed(byte[] file, int pieces) {
    FileEnd end = FileEnd.of(Arrays.copyOf(file, Math.min(12, file.length)));
    for (int at = 0; at < file.length; at += pieces) {
      byte[] piece = Arrays.copyOfRange(file, at, Math.min(file.length, at + pieces));
      end.follow(piece, piece.length);
    }
    return end;
  }

  @Test
  void shouldReadHowLongAFinishedMp3Is() throws IOException {
    assertThat(followed(recording("tone.mp3"), 16_384).promised().orElseThrow())
        .isCloseTo(2.0, within(0.001));
    assertThat(followed(recording("no-length.mp3"), 16_384).promised()).isEmpty();
  }

  @Test
  void shouldReadItBehindATagWithAPicture() throws IOException {
    // Given: 200,000 bytes of a cover, which an ID3 tag announces in groups of seven bits.
    int cover = 200_000;
    byte[] bare = recording("tone.mp3");
    byte[] file = new byte[10 + cover + bare.length];
    byte[] head = {
      'I',
      'D',
      '3',
      4,
      0,
      0,
      0,
      (byte) (cover >> 14),
      (byte) (cover >> 7 & 0x7f),
      (byte) (cover & 0x7f)
    };
    System.arraycopy(head, 0, file, 0, head.length);
    System.arraycopy(bare, 0, file, 10 + cover, bare.length);

    // Then
    assertThat(followed(file, 16_384).promised().orElseThrow()).isCloseTo(2.0, within(0.001));
    assertThat(followed(file, 16_384).isCutOff()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tone.mp3", "no-length.mp3", "tone.aac", "tone.opus"})
  void shouldNoticeNearlyEveryCut(String name) throws IOException {
    // Given
    byte[] whole = recording(name);
    int cuts = 0;
    int noticed = 0;

    // When: between two frames nothing can be seen.
    for (int length = 1_000; length < whole.length - 10; length += 7) {
      cuts++;
      noticed += followed(Arrays.copyOf(whole, length), 16_384).isCutOff() ? 1 : 0;
    }

    // Then
    assertThat(followed(whole, 16_384).isCutOff()).isFalse();
    assertThat((double) noticed / cuts).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tone.mp3", "no-length.mp3", "tone.aac", "tone.opus", "tone.flac"})
  void shouldSayTheSameOfAnyBytesInAnyPieces(String name) throws IOException {
    byte[] whole = recording(name);
    for (long seed = 0; seed < 300; seed++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
      byte[] file = Arrays.copyOf(whole, 4 + random.nextInt(whole.length - 4));
      for (int i = random.nextInt(20); i > 0; i--) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }

      FileEnd atOnce = followed(file, file.length);
      FileEnd inPieces = followed(file, 1 + random.nextInt(40));

      assertThat(inPieces.isCutOff()).as("seed %d", seed).isEqualTo(atOnce.isCutOff());
      assertThat(inPieces.promised()).as("seed %d", seed).isEqualTo(atOnce.promised());
    }
  }
}
