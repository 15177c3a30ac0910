package org.medicscribe.audiofiles.wav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.audiofiles.AudioFile;
import org.medicscribe.audiofiles.Decoder;
import org.medicscribe.audiofiles.Heard;
import org.medicscribe.audiofiles.Riff;
import org.medicscribe.audiofiles.Sound;

/** What holds for every file; the number of a failing test is its seed. */
class AnyFileTest {

  private static final int[][] CODECS = {
    {1, 8}, {1, 16}, {1, 24}, {1, 32}, {3, 32}, {3, 64}, {6, 8}, {7, 8}, {0x11, 4}, {0x02, 4}
  };

  private static final int FILES_A_SEED = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldAccountForEverySampleThatWasPromised(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < FILES_A_SEED; i++) {
      // Given
      int[] codec = CODECS[random.nextInt(CODECS.length)];
      int channels = 1 + random.nextInt(codec[1] == 4 ? 2 : 8);
      int rate = random.nextInt(WavFormat.MIN_RATE, WavFormat.MAX_RATE);
      int blockBytes = codec[1] == 4 ? 64 * channels : codec[1] / 8 * channels;
      int frames = 1 + random.nextInt(3_000);
      byte[] format = Riff.format(codec[0], codec[1], channels, rate, blockBytes);
      byte[] data = new byte[Math.max(1, codec[1] == 4 ? frames / 64 : frames) * blockBytes];
      random.nextBytes(data);
      byte[] whole = Riff.file(format, Riff.chunk("data", data));
      byte[] cut = Arrays.copyOf(whole, whole.length - random.nextInt(data.length));

      // When
      Heard ofWhole = Heard.in(whole);
      Heard ofCut = Heard.in(cut);

      // Then
      assertThat(ofWhole.findings().missing()).as("%s", Arrays.toString(codec)).isZero();
      assertThat(ofCut.samples() + ofCut.findings().missing())
          .as("%s, %d channels, %d Hz", Arrays.toString(codec), channels, rate)
          .isEqualTo(ofWhole.samples());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void shouldReadOrNameEveryFileWhateverStandsInItsHeader(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] plain = Riff.of(Riff.speech(2_000, seed));
    byte[] odd =
        Riff.sized(
            "RF64",
            -1,
            Riff.chunk("ds64", new byte[28]),
            Riff.chunk("LIST", Riff.ascii("INFOISFT")),
            Riff.format(0x11, 4, 2, 44_100, 128),
            Riff.chunk("data", new byte[4_096], -1),
            plain);
    for (int i = 0; i < 10 * FILES_A_SEED; i++) {
      // Given
      byte[] file = (random.nextBoolean() ? plain : odd).clone();
      for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
        int at = 12 + random.nextInt(Math.min(120, file.length - 12));
        file[at] =
            switch (random.nextInt(4)) {
              case 0 -> 0;
              case 1 -> -1;
              default -> (byte) random.nextInt(256);
            };
      }
      byte[] cut = Arrays.copyOf(file, file.length - random.nextInt(file.length / 2));

      // When
      long samples = samplesOrNone(cut);

      // Then: no more than the slowest rate and the densest codec make of so many bytes.
      assertThat(samples).isLessThan(cut.length * 2L * 4 + 1_000);
    }
  }

  private static long samplesOrNone(byte[] file) throws IOException {
    return switch (AudioFile.open(new ByteArrayInputStream(file), Decoder.NONE)) {
      case AudioFile.Opening.Refused(var refusal) -> {
        assertThat(refusal.sentence()).isNotBlank();
        yield 0;
      }
      case AudioFile.Opening.Readable(Sound sound) -> {
        try (sound) {
          long samples = 0;
          for (byte[] piece = sound.next(); piece.length > 0; piece = sound.next()) {
            samples += piece.length / 2;
          }
          yield samples;
        }
      }
    };
  }
}
