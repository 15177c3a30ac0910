package org.medicscribe.audiofiles.wav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.audiofiles.Riff.CLOCK;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.audiofiles.Heard;
import org.medicscribe.audiofiles.Refusal;
import org.medicscribe.audiofiles.Riff;

/** Every way in which a wave file writes its samples. */
class CodecsTest {

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static ByteBuffer little(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** A quarter of full scale, up and down, as near as the curve of the telephone comes to it. */
  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("8 bits", 1, 8, bytes(160, 96), 8_192),
        Arguments.of("16 bits", 1, 16, bytes(0, 0x20, 0, 0xe0), 8_192),
        Arguments.of("24 bits", 1, 24, bytes(0, 0, 0x20, 0, 0, 0xe0), 8_192),
        Arguments.of("32 bits", 1, 32, bytes(0, 0, 0, 0x20, 0, 0, 0, 0xe0), 8_192),
        Arguments.of("floats", 3, 32, little(8).putFloat(0.25f).putFloat(-0.25f).array(), 8_192),
        Arguments.of("doubles", 3, 64, little(16).putDouble(0.25).putDouble(-0.25).array(), 8_192),
        Arguments.of("A-law", 6, 8, bytes(0xb5, 0x35), 8_448),
        Arguments.of("mu-law", 7, 8, bytes(0x9f, 0x1f), 8_316));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("numbers")
  void shouldReadNumbersOfEveryForm(String what, int tag, int bits, byte[] pair, int value)
      throws IOException {
    // When
    Heard heard = Heard.in(Riff.file(Riff.format(tag, bits, 1, CLOCK), Riff.chunk("data", pair)));

    // Then
    assertThat(heard.samples()).isEqualTo(2);
    assertThat(heard.sample(0)).isEqualTo((short) value);
    assertThat(heard.sample(1)).isEqualTo((short) -value);
  }

  @Test
  void shouldReadTwentyFourBitsThatStandInThirtyTwo() throws IOException {
    // Given
    byte[] format = Riff.format(Riff.PCM, 24, 1, CLOCK, 4);

    // When
    Heard heard = Heard.in(Riff.file(format, Riff.chunk("data", bytes(0, 0, 0, 0x20))));

    // Then
    assertThat(heard.sample(0)).isEqualTo((short) 8_192);
  }

  @Test
  void shouldReadAnExtensibleFormatOfAnyLength() throws IOException {
    // Given
    byte[] extension = Arrays.copyOf(bytes(62, 0, 16, 0, 0, 0, 0, 0, 7, 0), 64);
    byte[] format = Riff.format(0xfffe, 8, 1, CLOCK, extension);

    // When
    Heard heard = Heard.in(Riff.file(format, Riff.chunk("data", bytes(0x9f, 0x1f))));

    // Then
    assertThat(heard.sample(0)).isEqualTo((short) 8_316);
  }

  @Test
  void shouldNotOverflowWhereAFloatIsTooLoudOrNoNumber() throws IOException {
    // Given
    byte[] data =
        little(20).putFloat(3).putFloat(-3).putFloat(Float.NaN).putFloat(1e30f).putFloat(0).array();

    // When
    Heard heard = Heard.in(Riff.file(Riff.format(3, 32, 1, CLOCK), Riff.chunk("data", data)));

    // Then
    assertThat(heard.sample(0)).isEqualTo(Short.MAX_VALUE);
    assertThat(heard.sample(1)).isEqualTo(Short.MIN_VALUE);
    assertThat(heard.sample(2)).isZero();
    assertThat(heard.sample(3)).isEqualTo(Short.MAX_VALUE);
  }

  /** A block of each, and the left channel as SoX and FFmpeg decode it. */
  static Stream<Arguments> blocks() {
    return Stream.of(
        Arguments.of(
            0x11,
            "000000000000000077777777777777171798a9badfaa8832bbcb9a89443312a8"
                + "10535343dccb9a09333323024234331299dcdbcba9bebcabbbbbab8a18533433",
            new int[] {0, 11, 41, 104, 240, 533, 1164, 2521, 5431, 11667, 14341, 13531}),
        Arguments.of(
            0x02,
            "0000100010007c0c4a0d0000000077777777755d0c0c0dfdeeeed1d2c4d5d3c3"
                + "d4e2e0f00e0c2d3b5d4d3e503033344424331322010feddbbccdcdddcdd0d1d3",
            new int[] {0, 3196, 3308, 3574, 4211, 5737, 9391, 15646, 15646, 15646, 15646, 14198}));
  }

  @ParameterizedTest(name = "tag {0}")
  @MethodSource("blocks")
  void shouldReadBothKindsOfFourBits(int tag, String block, int[] left) throws IOException {
    // Given
    byte[] stereo = HexFormat.of().parseHex(block);
    byte[] format = Riff.format(tag, 4, 2, CLOCK, stereo.length);

    // When
    short[] interleaved = interleaved(format, stereo, left.length);

    // Then
    for (int i = 0; i < left.length; i++) {
      assertThat(interleaved[2 * i]).as("sample %d", i).isEqualTo((short) left[i]);
    }
  }

  private static short[] interleaved(byte[] formatChunk, byte[] block, int frames) {
    byte[] content = Arrays.copyOfRange(formatChunk, 8, formatChunk.length);
    WavFormat format = ((WavFormat.Reading.Known) WavFormat.read(content)).format();
    float[] samples = new float[format.codec().framesIn(block.length) * 2];
    format
        .codec()
        .decode(ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN), block.length, samples, 0);
    short[] interleaved = new short[2 * frames];
    for (int i = 0; i < interleaved.length; i++) {
      interleaved[i] = (short) Math.round(samples[i] * 32_768);
    }
    return interleaved;
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_127, 44_100, 48_000, 191_999, 192_000})
  void shouldLastAsLongAfterwardsAsBefore(int rate) throws IOException {
    // When
    Heard heard =
        Heard.in(
            Riff.file(
                Riff.format(Riff.PCM, 16, 2, rate),
                Riff.chunk("data", Riff.speech(rate * 2 * 2, 4))));

    // Then
    assertThat(heard.samples()).isEqualTo(2 * CLOCK);
    assertThat(heard.findings().missing()).isZero();
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of(Riff.format(1, 16, 0, CLOCK, 2), "0 channels"),
        Arguments.of(Riff.format(1, 16, 900, CLOCK, 1_800), "900 channels"),
        Arguments.of(Riff.format(1, 16, 1, 0, 2), "0 samples a second"),
        Arguments.of(Riff.format(1, 16, 1, -1, 2), "4294967295 samples a second"),
        Arguments.of(Riff.format(1, 99, 1, CLOCK, 2), "99 bits"),
        Arguments.of(Riff.format(0x11, 4, 2, CLOCK, 3), "3 bytes"),
        Arguments.of(Riff.format(0x31, 0, 1, 8_000, 65), "GSM 6.10"),
        Arguments.of(Riff.format(0x1234, 0, 1, 8_000, 65), "format 0x1234"),
        Arguments.of(Riff.chunk("fmt ", new byte[4]), "does not say how"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("nonsense")
  void shouldNameWhatItCannotRead(byte[] format, String named) throws IOException {
    // When
    Refusal refusal = Heard.refusal(Riff.file(format, Riff.chunk("data", new byte[1_000])));

    // Then
    assertThat(refusal.cause()).isEqualTo(Refusal.Cause.UNSUPPORTED);
    assertThat(refusal.sentence()).contains(named);
  }
}
