package org.medicscribe.audiofiles.decoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.audiofiles.AudioFile;
import org.medicscribe.audiofiles.Decoder;
import org.medicscribe.audiofiles.Heard;
import org.medicscribe.audiofiles.Refusal;
import org.medicscribe.audiofiles.Sound;

/** Two seconds of a tone as phones, browsers and recorders write it. */
class ChildDecoderTest {

  private static final int SECONDS = 2;
  private static final int CLOCK = 16_000;

  private final Decoder decoder = ChildDecoder.forThisMachine(1);

  private static byte[] recording(String name) throws IOException {
    try (InputStream file = ChildDecoderTest.class.getResourceAsStream("/recordings/" + name)) {
      return file.readAllBytes();
    }
  }

  private Heard heard(byte[] file) throws IOException {
    return Heard.in(new ByteArrayInputStream(file), decoder);
  }

  private Refusal refusal(byte[] file) throws IOException {
    return Heard.refusal(new ByteArrayInputStream(file), decoder);
  }

  /**
   * How often the sound goes from clearly below zero to clearly above; an encoder's hiss does not.
   */
  private static int periods(Heard heard) {
    int periods = 0;
    boolean isBelow = false;
    for (int i = 0; i < heard.samples(); i++) {
      if (isBelow && heard.sample(i) > 500) {
        periods++;
        isBelow = false;
      }
      isBelow |= heard.sample(i) < -500;
    }
    return periods;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tone.m4a",
        "tone.mp3",
        "no-length.mp3",
        "tone.opus",
        "tone.aac",
        "tone.webm",
        "tone.flac",
        "tone-gsm.wav"
      })
  void shouldHearWhatPhonesAndBrowsersRecord(String name) throws IOException {
    // When
    Heard heard = heard(recording(name));

    // Then
    assertThat(heard.samples()).isBetween(SECONDS * CLOCK - 200, SECONDS * CLOCK + 1_900);
    assertThat(periods(heard)).isBetween(440 * SECONDS - 10, 440 * SECONDS + 10);
    assertThat(heard.findings().missing()).isZero();
    assertThat(heard.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tone.webm", "tone.flac", "tone.mp3"})
  void shouldSayHowMuchOfAFileThatIsCutOffIsMissing(String name) throws IOException {
    // Given
    byte[] whole = recording(name);

    // When
    Heard heard = heard(Arrays.copyOf(whole, whole.length / 2));

    // Then
    assertThat(heard.remarks()).contains("cut-off");
    assertThat(heard.samples() + heard.findings().missing())
        .isBetween(SECONDS * CLOCK - 200L, SECONDS * CLOCK + 1_600L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tone.opus", "tone.aac", "no-length.mp3"})
  void shouldSayThatAFileIsCutOffWhoseLengthNobodyKnows(String name) throws IOException {
    // Given
    byte[] whole = recording(name);

    // When: in the middle of a frame, as nearly every cut is.
    Heard heard = heard(Arrays.copyOf(whole, whole.length / 2 - 7));

    // Then
    assertThat(heard.remarks()).contains("cut-off");
    assertThat(heard.findings().missing()).isEqualTo(1);
    assertThat(heard.samples()).isBetween(SECONDS * CLOCK / 3, SECONDS * CLOCK * 2 / 3);
  }

  @Test
  void shouldTakeTwoRecordingsThatWereJoined() throws IOException {
    // Given
    byte[] one = recording("tone.mp3");
    byte[] both = Arrays.copyOf(one, one.length * 2);
    System.arraycopy(one, 0, both, one.length, one.length);

    // When
    Heard heard = heard(both);

    // Then
    assertThat(heard.samples()).isBetween(2 * SECONDS * CLOCK - 200, 2 * SECONDS * CLOCK + 5_000);
    assertThat(heard.findings().missing()).isZero();
  }

  @Test
  void shouldNameAFilmWithoutSound() throws IOException {
    assertThat(refusal(recording("picture-only.mp4")).sentence())
        .contains("An MP4 file with no sound track");
  }

  @Test
  void shouldNameAPhonesFileWhoseEndIsMissing() throws IOException {
    // Given
    byte[] whole = recording("tone.m4a");

    // When
    Refusal refusal = refusal(Arrays.copyOf(whole, whole.length / 2));

    // Then
    assertThat(refusal.sentence())
        .contains("An MP4 file that cannot be read", "its end is missing");
  }

  @Test
  void shouldReadNoOtherFileThatAFileNames() throws IOException {
    // Given: a list of files in the clothes of a film.
    byte[] list = recording("picture-only.mp4");
    byte[] concat =
        "ffconcat version 1.0\nfile /etc/passwd\n"
            .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(concat, 0, list, 12, concat.length);

    // Then
    assertThat(refusal(list).cause()).isEqualTo(Refusal.Cause.UNSUPPORTED);
  }

  @Test
  void shouldSayWhenAllPlacesAreTaken() throws IOException {
    // Given
    AudioFile.Opening first =
        AudioFile.open(new ByteArrayInputStream(recording("tone.flac")), decoder);

    // Then
    assertThat(refusal(recording("tone.flac")).cause()).isEqualTo(Refusal.Cause.BUSY);
    close(first);
    assertThat(heard(recording("tone.flac")).samples()).isPositive();
  }

  @Test
  void shouldSayThatTheSenderIsGone() throws IOException {
    // Given
    byte[] whole = recording("tone.flac");
    InputStream gone =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };
    InputStream file =
        new SequenceInputStream(
            new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), gone);

    // Then
    assertThatThrownBy(() -> Heard.in(file, decoder)).isInstanceOf(IOException.class);
    assertThat(heard(whole).samples()).isPositive();
  }

  @Test
  void shouldLeaveNothingOfARecordingOnTheDisk() throws IOException {
    // Given
    heard(recording("tone.m4a"));

    // Then
    try (Stream<Path> files = Files.walk(DecoderCommand.FOLDER)) {
      assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("scribe-"));
    }
  }

  private static void close(AudioFile.Opening opening) {
    if (opening instanceof AudioFile.Opening.Readable(Sound sound)) {
      sound.close();
    }
  }
}
