package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

class WavHeaderTest {

  @Test
  void shouldBeReadByAnotherPlayer() throws Exception {
    // Given
    byte[] header = WavHeader.of(16_000);

    // When
    AudioFileFormat format =
        AudioSystem.getAudioFileFormat(
            new ByteArrayInputStream(Arrays.copyOf(header, header.length + 32_000)));

    // Then
    assertThat(header).hasSize(WavHeader.BYTES);
    assertThat(format.getFrameLength()).isEqualTo(16_000);
    assertThat(format.getFormat().getSampleRate()).isEqualTo(16_000f);
    assertThat(format.getFormat().getSampleSizeInBits()).isEqualTo(16);
    assertThat(format.getFormat().getChannels()).isEqualTo(1);
    assertThat(format.getFormat().isBigEndian()).isFalse();
  }
}
