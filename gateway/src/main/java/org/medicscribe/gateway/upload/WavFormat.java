package org.medicscribe.gateway.upload;

import java.nio.ByteBuffer;
import org.medicscribe.events.SampleIndex;

/**
 * How the samples of a WAV file are written.
 *
 * @param rate samples per second and channel
 */
record WavFormat(Encoding encoding, int channels, int rate) {

  static final int MIN_RATE = 8_000;
  static final int MAX_RATE = 192_000;
  static final int MAX_CHANNELS = 2;

  /** The number formats in use; all little-endian. */
  enum Encoding {
    UNSIGNED_8(1) {
      @Override
      float read(ByteBuffer samples) {
        return ((samples.get() & 0xff) - 128) / 128f;
      }
    },
    SIGNED_16(2) {
      @Override
      float read(ByteBuffer samples) {
        return samples.getShort() / 32_768f;
      }
    },
    SIGNED_24(3) {
      @Override
      float read(ByteBuffer samples) {
        int low = samples.getShort() & 0xffff;
        return (samples.get() << 16 | low) / 8_388_608f;
      }
    },
    SIGNED_32(4) {
      @Override
      float read(ByteBuffer samples) {
        return samples.getInt() / 2_147_483_648f;
      }
    },
    FLOAT_32(4) {
      @Override
      float read(ByteBuffer samples) {
        float value = samples.getFloat();
        return Float.isFinite(value) ? value : 0;
      }
    };

    private final int bytes;

    Encoding(int bytes) {
      this.bytes = bytes;
    }

    /** The next sample, full scale being one. */
    abstract float read(ByteBuffer samples);
  }

  /** Bytes of one sample of all channels. */
  int frameBytes() {
    return channels * encoding.bytes;
  }

  /** Whether it is what a recording is made of, so that nothing has to be converted. */
  boolean isRecordingFormat() {
    return encoding == Encoding.SIGNED_16 && channels == 1 && rate == SampleIndex.PER_SECOND;
  }

  /** The next sample, its channels mixed evenly. */
  float readMono(ByteBuffer samples) {
    float sum = 0;
    for (int channel = 0; channel < channels; channel++) {
      sum += encoding.read(samples);
    }
    return sum / channels;
  }
}
