package org.medicscribe.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {

  private static final int CLOCK = 16_000;

  private record Read(byte[] pcm, boolean isTruncated) {}

  private static Read read(byte[] file) throws IOException {
    InputStream stream = new ByteArrayInputStream(file);
    WavReader reader = new WavReader(stream, (WavHeader.Readable) WavHeader.read(stream));
    ByteArrayOutputStream pcm = new ByteArrayOutputStream();
    for (byte[] piece = reader.next(); piece.length > 0; piece = reader.next()) {
      pcm.writeBytes(piece);
    }
    return new Read(pcm.toByteArray(), reader.isTruncated());
  }

  private static byte[] random(int bytes) {
    byte[] random = new byte[bytes];
    new SplittableRandom(1).nextBytes(random);
    return random;
  }

  private static short sample(byte[] pcm, int index) {
    return ByteBuffer.wrap(pcm).order(ByteOrder.LITTLE_ENDIAN).getShort(index * 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 15_998, 16_000, 16_002, 100_000})
  void shouldPassARecordingOfTheClockThroughByteForByte(int bytes) throws IOException {
    // Given
    byte[] data = random(bytes);

    // When
    Read read = read(WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, data));

    // Then
    assertThat(read.pcm()).isEqualTo(data);
    assertThat(read.isTruncated()).isFalse();
  }

  /** A quarter of full scale, left, and nothing, right. */
  static Stream<Arguments> widths() {
    return Stream.of(
        Arguments.of(8, WavFiles.PCM, new byte[] {(byte) 160, (byte) 128}),
        Arguments.of(16, WavFiles.PCM, new byte[] {0, 0x20, 0, 0}),
        Arguments.of(24, WavFiles.PCM, new byte[] {0, 0, 0x20, 0, 0, 0}),
        Arguments.of(32, WavFiles.PCM, new byte[] {0, 0, 0, 0x20, 0, 0, 0, 0}),
        Arguments.of(
            32,
            WavFiles.FLOAT,
            ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(0.25f)
                .putFloat(0)
                .array()));
  }

  @ParameterizedTest(name = "{0} bits, tag {1}")
  @MethodSource("widths")
  void shouldMixBothChannelsOfEveryWidth(int bits, int tag, byte[] frame) throws IOException {
    // Given
    byte[] data = new byte[frame.length * 100];
    for (int i = 0; i < data.length; i++) {
      data[i] = frame[i % frame.length];
    }

    // When
    Read read = read(WavFiles.file(tag, bits, 2, CLOCK, data));

    // Then
    assertThat(read.pcm()).hasSize(200);
    assertThat(sample(read.pcm(), 50)).isEqualTo((short) 4_096);
  }

  @Test
  void shouldReadNegativeSamplesOf24Bits() throws IOException {
    // Given
    byte[] data = {0, 0, (byte) 0xe0};

    // When
    Read read = read(WavFiles.file(WavFiles.PCM, 24, 1, CLOCK, data));

    // Then
    assertThat(sample(read.pcm(), 0)).isEqualTo((short) -8_192);
  }

  @Test
  void shouldNotOverflowWhereAFloatIsTooLoudOrNoNumber() throws IOException {
    // Given
    byte[] data =
        ByteBuffer.allocate(12)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putFloat(3)
            .putFloat(-3)
            .putFloat(Float.NaN)
            .array();

    // When
    Read read = read(WavFiles.file(WavFiles.FLOAT, 32, 1, CLOCK, data));

    // Then
    assertThat(sample(read.pcm(), 0)).isEqualTo(Short.MAX_VALUE);
    assertThat(sample(read.pcm(), 1)).isEqualTo(Short.MIN_VALUE);
    assertThat(sample(read.pcm(), 2)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 44_100, 48_000, 192_000})
  void shouldLastAsLongAfterwardsAsBefore(int rate) throws IOException {
    // When
    Read read = read(WavFiles.file(WavFiles.PCM, 16, 2, rate, random(rate * 2 * 4)));

    // Then
    assertThat(read.pcm()).hasSize(2 * CLOCK * 2);
    assertThat(read.isTruncated()).isFalse();
  }

  @Test
  void shouldIgnoreWhatFollowsTheSamples() throws IOException {
    // Given
    byte[] data = random(1_000);
    byte[] file = WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, data);
    byte[] withTags = Arrays.copyOf(file, file.length + 64);

    // When
    Read read = read(withTags);

    // Then
    assertThat(read.pcm()).isEqualTo(data);
  }

  @Test
  void shouldReadToTheEndWhereTheSizeWasNotKnown() throws IOException {
    // Given
    byte[] data = random(50_000);

    // When
    Read read = read(WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, data, -1));

    // Then
    assertThat(read.pcm()).isEqualTo(data);
    assertThat(read.isTruncated()).isFalse();
  }

  @Test
  void shouldNoticeThatAFileIsCutOff() throws IOException {
    // Given
    byte[] data = random(1_000);

    // When
    Read read = read(WavFiles.file(WavFiles.PCM, 16, 1, CLOCK, data, 2_000));

    // Then
    assertThat(read.isTruncated()).isTrue();
  }

  static Stream<Arguments> notReadable() {
    byte[] data = random(100);
    return Stream.of(
        Arguments.of("nothing", new byte[0], WavHeader.Empty.class),
        Arguments.of(
            "text", WavFiles.ascii("Mrs Jones has chest pain"), WavHeader.Unsupported.class),
        Arguments.of("an Ogg file", WavFiles.ascii("OggS".repeat(8)), WavHeader.Unsupported.class),
        Arguments.of("a stump", WavFiles.ascii("RIFF"), WavHeader.Unsupported.class),
        Arguments.of(
            "a header that ends",
            Arrays.copyOf(WavFiles.file(1, 16, 1, CLOCK, data), 30),
            WavHeader.Truncated.class),
        Arguments.of(
            "three channels", WavFiles.file(1, 16, 3, CLOCK, data), WavHeader.Unsupported.class),
        Arguments.of("4 kHz", WavFiles.file(1, 16, 1, 4_000, data), WavHeader.Unsupported.class),
        Arguments.of(
            "a rate beyond reason",
            WavFiles.file(1, 16, 1, 384_000, data),
            WavHeader.Unsupported.class),
        Arguments.of("ADPCM", WavFiles.file(2, 16, 1, CLOCK, data), WavHeader.Unsupported.class),
        Arguments.of("12 bits", WavFiles.file(1, 12, 1, CLOCK, data), WavHeader.Unsupported.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("notReadable")
  void shouldTellApartWhatItCannotRead(String what, byte[] file, Class<?> header)
      throws IOException {
    assertThat(WavHeader.read(new ByteArrayInputStream(file))).isInstanceOf(header);
  }
}
