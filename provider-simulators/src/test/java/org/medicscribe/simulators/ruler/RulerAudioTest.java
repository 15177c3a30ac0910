package org.medicscribe.simulators.ruler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RulerAudioTest {

  private static final int SESSION = 42;
  private static final int SAMPLES = 3 * RulerSignal.SAMPLES_PER_SECOND;

  private final byte[] pcm = new RulerSignal(SESSION).pcm(0, SAMPLES);

  @Test
  void shouldAcceptWhatWasSent() throws IOException {
    // When
    RulerAudio audio = judge(pcm);

    // Then
    assertThat(audio.isExact()).isTrue();
    assertThat(audio).hasToString("every sample as it was sent");
  }

  @Test
  void shouldNameWhatIsSilentAndWhatIsSomethingElse() throws IOException {
    // Given
    Arrays.fill(pcm, bytes(1.5), bytes(2), (byte) 0);
    pcm[bytes(0.25)] ^= 1;

    // When
    RulerAudio audio = judge(pcm);

    // Then
    assertThat(audio.isExact()).isFalse();
    assertThat(audio)
        .hasToString("48000 of 48000 samples, silent [1.5000-2.0000 s], other [0.2500-0.2501 s]");
  }

  @Test
  void shouldNotAcceptAPart() throws IOException {
    // When
    RulerAudio audio = judge(Arrays.copyOf(pcm, bytes(2)));

    // Then
    assertThat(audio.isExact()).isFalse();
    assertThat(audio).hasToString("32000 of 48000 samples, silent [], other []");
  }

  @Test
  void shouldNotAcceptMoreThanWasSent() throws IOException {
    // When
    RulerAudio audio = judge(new RulerSignal(SESSION).pcm(0, SAMPLES + 1));

    // Then
    assertThat(audio.isExact()).isFalse();
  }

  private static RulerAudio judge(byte[] pcm) throws IOException {
    return RulerAudio.of(SESSION, SAMPLES, new ByteArrayInputStream(pcm));
  }

  private static int bytes(double seconds) {
    return (int) (seconds * RulerSignal.SAMPLES_PER_SECOND) * RulerSignal.BYTES_PER_SAMPLE;
  }
}
