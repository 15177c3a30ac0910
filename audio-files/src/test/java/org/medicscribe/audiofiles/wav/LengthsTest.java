package org.medicscribe.audiofiles.wav;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.audiofiles.Decoder;
import org.medicscribe.audiofiles.Heard;
import org.medicscribe.audiofiles.Refusal;
import org.medicscribe.audiofiles.Riff;

/** Lengths are not believed: what is there is taken, what is missing is said. */
class LengthsTest {

  private static final byte[] FORMAT = Riff.format(Riff.PCM, 16, 1, Riff.CLOCK);
  private static final byte[] SPEECH = Riff.speech(40_000, 1);

  @ParameterizedTest
  @ValueSource(ints = {0, -1, -36, 0x7fff_f000, 0x7fff_ffff, 0x7fff_ffdb, 0x8000_0000})
  void shouldReadToTheEndWhereAPlaceholderStandsForTheLength(int placeholder) throws IOException {
    // When
    Heard heard =
        Heard.in(Riff.sized("RIFF", placeholder, FORMAT, Riff.chunk("data", SPEECH, placeholder)));

    // Then
    assertThat(heard.pcm()).isEqualTo(SPEECH);
    assertThat(heard.findings().missing()).isZero();
    assertThat(heard.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 25_001, 79_999})
  void shouldSayHowMuchOfAFileThatIsCutOffIsMissing(int bytes) throws IOException {
    // Given
    byte[] whole = Riff.of(SPEECH);

    // When
    Heard heard = Heard.in(Arrays.copyOf(whole, whole.length - bytes));

    // Then
    assertThat(heard.pcm()).isEqualTo(Arrays.copyOf(SPEECH, (SPEECH.length - bytes) / 2 * 2));
    assertThat(heard.findings().missing()).isEqualTo((bytes + 1) / 2);
    assertThat(heard.remarks()).containsExactly("cut-off");
  }

  @Test
  void shouldMissNothingWhereTheFileIsAsLongAsItsOuterLengthSays() throws IOException {
    // Given
    byte[] data = Riff.chunk("data", SPEECH, SPEECH.length + 9_000);

    // When
    Heard heard = Heard.in(Riff.file(FORMAT, data));

    // Then
    assertThat(heard.pcm()).isEqualTo(SPEECH);
    assertThat(heard.findings().missing()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1_000, 1_001, 79_990})
  void shouldTakeAllOfAFileThatHoldsMoreThanItsHeaderSays(int said) throws IOException {
    // When
    Heard heard = Heard.in(Riff.sized("RIFF", 36 + said, FORMAT, Riff.chunk("data", SPEECH, said)));

    // Then
    assertThat(heard.pcm()).isEqualTo(SPEECH);
    assertThat(heard.remarks()).containsExactly("longer-than-said");
  }

  @Test
  void shouldReadEveryRunOfSamples() throws IOException {
    // Given
    byte[] more = Riff.speech(9_000, 2);

    // When
    Heard heard =
        Heard.in(
            Riff.file(
                FORMAT,
                Riff.chunk("data", SPEECH),
                Riff.chunk("LIST", Riff.ascii("INFOabc")),
                Riff.chunk("data", more)));

    // Then
    assertThat(heard.pcm()).isEqualTo(Riff.joined(SPEECH, more));
    assertThat(heard.remarks()).isEmpty();
  }

  @Test
  void shouldReadAWholeFileBehindTheFirstAlsoOfAnotherRate() throws IOException {
    // Given
    byte[] slow = Riff.file(Riff.format(Riff.PCM, 16, 1, 8_000), Riff.chunk("data", SPEECH));

    // When
    Heard heard = Heard.in(Riff.joined(Riff.of(SPEECH), slow, Riff.of(SPEECH)));

    // Then
    assertThat(heard.samples()).isEqualTo(40_000 + 80_000 + 40_000);
    assertThat(Arrays.copyOf(heard.pcm(), SPEECH.length)).isEqualTo(SPEECH);
    assertThat(heard.pcm()).endsWith(SPEECH);
  }

  @Test
  void shouldReadSamplesThatStandBeforeTheirFormatAndLeaveNothingOnTheDisk() throws IOException {
    // When
    Heard heard = Heard.in(Riff.file(Riff.chunk("data", SPEECH), FORMAT));

    // Then
    assertThat(heard.pcm()).isEqualTo(SPEECH);
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("scribe-"));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldFindTheNextChunkBehindAnOddOneWhetherPaddedOrNot(boolean isPadded) throws IOException {
    // Given
    byte[] pad = new byte[isPadded ? 1 : 0];
    byte[] odd = {(byte) 130, (byte) 140, (byte) 150};

    // When
    Heard heard =
        Heard.in(
            Riff.file(
                Riff.chunk("id3 ", new byte[33], 33),
                pad,
                Riff.format(Riff.PCM, 8, 1, Riff.CLOCK),
                Riff.chunk("data", odd, 3),
                pad,
                Riff.chunk("LIST", Riff.ascii("INFO"))));

    // Then
    assertThat(heard.samples()).isEqualTo(3);
    assertThat(heard.remarks()).isEmpty();
  }

  @Test
  void shouldPassOverThreeGigabytesOfPicturesInALittleMemory() throws IOException {
    // Given
    long size = 3L << 30;
    InputStream pictures =
        new InputStream() {
          private long left = size;

          @Override
          public int read() {
            return left-- > 0 ? 0 : -1;
          }

          @Override
          public int read(byte[] target, int offset, int length) {
            int count = (int) Math.min(left, length);
            left -= count;
            return count == 0 ? -1 : count;
          }
        };
    byte[] before = Riff.sized("RIFF", -1, FORMAT, Riff.chunk("id3 ", new byte[0], (int) size));
    InputStream file =
        new SequenceInputStream(
            new SequenceInputStream(new ByteArrayInputStream(before), pictures),
            new ByteArrayInputStream(Riff.chunk("data", SPEECH)));

    // When
    Heard heard = Heard.in(file, Decoder.NONE);

    // Then
    assertThat(heard.pcm()).isEqualTo(SPEECH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RF64", "BW64"})
  void shouldReadTheLongLengthsOfALargeFileAndNotWhatFollows(String kind) throws IOException {
    // Given
    byte[] sizes =
        ByteBuffer.allocate(28)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(0)
            .putLong(SPEECH.length)
            .array();

    // When
    Heard heard =
        Heard.in(
            Riff.sized(
                kind,
                -1,
                Riff.chunk("ds64", sizes),
                FORMAT,
                Riff.chunk("data", SPEECH, -1),
                Riff.chunk("umid", Riff.speech(3_000, 3))));

    // Then
    assertThat(heard.pcm()).isEqualTo(SPEECH);
    assertThat(heard.remarks()).isEmpty();
  }

  @Test
  void shouldSayWhatItDidNotReadBehindTheSamples() throws IOException {
    // When
    Heard heard =
        Heard.in(
            Riff.file(FORMAT, Riff.chunk("data", SPEECH), Riff.chunk("Xtra", new byte[5_000])));

    // Then
    assertThat(heard.pcm()).isEqualTo(SPEECH);
    assertThat(heard.remarks()).containsExactly("unread");
  }

  @Test
  void shouldNotTakeATitleForSound() throws IOException {
    // Given
    byte[] title = Arrays.copyOf(Riff.ascii("TAGMy visit"), 128);

    // Then
    assertThat(Heard.in(Riff.joined(Riff.of(SPEECH), title)).pcm()).isEqualTo(SPEECH);
  }

  @Test
  void shouldSayThatAFileEndsBeforeItsSound() throws IOException {
    assertThat(Heard.refusal(Riff.file(FORMAT)).cause()).isEqualTo(Refusal.Cause.CUT_OFF);
    assertThat(Heard.refusal(Arrays.copyOf(Riff.of(SPEECH), 30)).cause())
        .isEqualTo(Refusal.Cause.CUT_OFF);
  }
}
