package org.medicscribe.devstack.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileTest {

  @TempDir private Path folder;

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("visit.wav"), bytes);
  }

  private static String refusal(WavFile.Reading reading) {
    return reading instanceof WavFile.Reading.Refused refused ? refused.sentence() : "accepted";
  }

  private static WavFile audio(WavFile.Reading reading) {
    return switch (reading) {
      case WavFile.Reading.Audio audio -> audio.file();
      case WavFile.Reading.Refused refused -> throw new AssertionError(refused.sentence());
    };
  }

  @Test
  void shouldReadSamplesByPosition() throws IOException {
    WavFile wav = audio(WavFile.read(file(Wav.bytes(WavFile.LIVE, new byte[] {1, 2, 3, 4, 5, 6}))));

    ByteBuffer samples = ByteBuffer.allocate(4);
    wav.samplesAt(1, samples);

    assertThat(wav.isLive()).isTrue();
    assertThat(wav.samples()).isEqualTo(3);
    assertThat(samples.array()).containsExactly(3, 4, 5, 6);
  }

  @Test
  void shouldTellAnotherFormatFromLiveAudio() throws IOException {
    WavFile.Format studio = new WavFile.Format(1, 2, 44_100, 24);

    WavFile wav = audio(WavFile.read(file(Wav.bytes(studio, new byte[600]))));

    assertThat(wav.isLive()).isFalse();
    assertThat(wav.format()).hasToString("44100 Hz, 2 channels, 24 bit");
    assertThat(wav.samples()).isEqualTo(100);
  }

  @Test
  void shouldTakeWhatIsLeftOfATruncatedFile() throws IOException {
    byte[] whole = Wav.bytes(WavFile.LIVE, new byte[32_000]);

    WavFile wav = audio(WavFile.read(file(Arrays.copyOf(whole, whole.length - 16_000))));

    assertThat(wav.isTruncated()).isTrue();
    assertThat(wav.seconds()).isEqualTo(0.5);
    assertThat(wav.promisedSeconds()).isEqualTo(1.0);
  }

  @Test
  void shouldSayWhatIsWrongWithAnythingElse() throws IOException {
    assertThat(refusal(WavFile.read(folder.resolve("none.wav"))))
        .startsWith("There is no readable file");
    assertThat(refusal(WavFile.read(file(new byte[0])))).contains("is empty");
    assertThat(
            refusal(
                WavFile.read(
                    file("ID3 an mp3, say".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))))
        .contains("is not a WAV file", "ffmpeg");
    assertThat(refusal(WavFile.read(file(Wav.bytes(WavFile.LIVE, new byte[0])))))
        .contains("holds no audio: 0 samples");
    assertThat(refusal(WavFile.read(file(Arrays.copyOf(Wav.bytes(WavFile.LIVE, new byte[2]), 30)))))
        .contains("in the middle of its header");
  }
}
