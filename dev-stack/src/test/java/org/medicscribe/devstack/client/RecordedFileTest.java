package org.medicscribe.devstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedFileTest {

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("visit.wav"), bytes);
  }

  private static String refusal(RecordedFile.Reading reading) {
    return reading instanceof RecordedFile.Reading.Refused refused
        ? refused.sentence()
        : "accepted";
  }

  private static RecordedFile audio(RecordedFile.Reading reading) {
    return switch (reading) {
      case RecordedFile.Reading.Audio audio -> audio.file();
      case RecordedFile.Reading.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }

  @Test
  void shouldReadSamplesByPosition() throws IOException {
    RecordedFile visit =
        audio(RecordedFile.read(file(Wav.bytes(1, 16_000, new byte[] {1, 2, 3, 4, 5, 6}))));

    ByteBuffer samples = ByteBuffer.allocate(4);
    visit.samplesAt(1, samples);

    assertThat(visit.isLive()).isTrue();
    assertThat(visit.samples()).isEqualTo(3);
    assertThat(samples.array()).containsExactly(3, 4, 5, 6);
  }

  @Test
  void shouldTellAnotherFormatFromLiveAudio() throws IOException {
    RecordedFile visit = audio(RecordedFile.read(file(Wav.bytes(2, 48_000, new byte[1_200]))));

    assertThat(visit.isLive()).isFalse();
    assertThat(visit.samples()).isEqualTo(100);
  }

  @Test
  void shouldLeaveWhatIsCutOffToTheGatewayWhichKeepsTheGap() throws IOException {
    byte[] whole = Wav.bytes(1, 16_000, new byte[32_000]);

    RecordedFile visit =
        audio(RecordedFile.read(file(Arrays.copyOf(whole, whole.length - 16_000))));

    assertThat(visit.isLive()).isFalse();
    assertThat(visit.seconds()).isEqualTo(0.5);
    assertThat(visit.findings().missing()).isEqualTo(8_000);
  }

  @Test
  void shouldLeaveACompressedFileToTheGateway() throws IOException {
    RecordedFile visit =
        audio(RecordedFile.read(file("ID3 an mp3, say".getBytes(StandardCharsets.US_ASCII))));

    assertThat(visit.isLive()).isFalse();
    assertThat(visit.samples()).isZero();
  }

  @Test
  void shouldSayWhatIsWrongWithAnythingElse() throws IOException {
    assertThat(refusal(RecordedFile.read(folder.resolve("none.wav"))))
        .startsWith("There is no readable file");
    assertThat(refusal(RecordedFile.read(file(new byte[0])))).contains("is empty");
    assertThat(refusal(RecordedFile.read(file("A letter".getBytes(StandardCharsets.US_ASCII)))))
        .contains("This is a text, no recording");
    assertThat(refusal(RecordedFile.read(file(Wav.bytes(1, 16_000, new byte[0])))))
        .contains("holds no audio: 0 samples");
    assertThat(
            refusal(RecordedFile.read(file(Arrays.copyOf(Wav.bytes(1, 16_000, new byte[2]), 30)))))
        .contains("ends before its sound begins");
  }
}
