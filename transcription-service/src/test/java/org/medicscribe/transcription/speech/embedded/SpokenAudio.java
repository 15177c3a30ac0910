package org.medicscribe.transcription.speech.embedded;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Audio of which only loud and silent matter. */
final class SpokenAudio {

  private static final int RATE = 16_000;

  private SpokenAudio() {}

  static ByteBuffer speech(double seconds) {
    return filled(seconds, (short) 3_000);
  }

  static ByteBuffer silence(double seconds) {
    return filled(seconds, (short) 0);
  }

  static ByteBuffer joined(ByteBuffer... parts) {
    ByteBuffer all =
        ByteBuffer.allocate(Arrays.stream(parts).mapToInt(ByteBuffer::remaining).sum());
    for (ByteBuffer part : parts) {
      all.put(part);
    }
    return all.flip();
  }

  private static ByteBuffer filled(double seconds, short sample) {
    int samples = (int) (seconds * RATE);
    ByteBuffer audio = ByteBuffer.allocate(2 * samples).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples; i++) {
      audio.putShort(sample);
    }
    return audio.flip();
  }
}
