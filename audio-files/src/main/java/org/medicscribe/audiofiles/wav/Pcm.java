package org.medicscribe.audiofiles.wav;

import java.nio.ByteBuffer;

/**
 * Plain numbers and the two curves of the telephone; a block is a frame.
 *
 * @param channels of a frame
 */
record Pcm(Number number, int channels) implements SampleCodec {

  /** The forms of a number in use; all little-endian. */
  enum Number {
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
    },
    FLOAT_64(8) {
      @Override
      float read(ByteBuffer samples) {
        float value = (float) samples.getDouble();
        return Float.isFinite(value) ? value : 0;
      }
    },
    A_LAW(1) {
      @Override
      float read(ByteBuffer samples) {
        int code = (samples.get() & 0xff) ^ 0x55;
        int segment = code >> 4 & 7;
        int magnitude = (code & 15) << 4 | 8;
        if (segment > 0) {
          magnitude = (magnitude | 0x100) << (segment - 1);
        }
        return ((code & 0x80) == 0 ? -magnitude : magnitude) / 32_768f;
      }
    },
    MU_LAW(1) {
      @Override
      float read(ByteBuffer samples) {
        int code = ~samples.get() & 0xff;
        int magnitude = (((code & 15) << 3 | 0x84) << (code >> 4 & 7)) - 0x84;
        return ((code & 0x80) == 0 ? magnitude : -magnitude) / 32_768f;
      }
    };

    private final int bytes;

    Number(int bytes) {
      this.bytes = bytes;
    }

    /** The next sample, full scale being one. */
    abstract float read(ByteBuffer samples);

    int bytes() {
      return bytes;
    }
  }

  @Override
  public int blockBytes() {
    return channels * number.bytes();
  }

  @Override
  public int framesIn(int bytesOfBlock) {
    return bytesOfBlock / blockBytes();
  }

  @Override
  public int decode(ByteBuffer block, int bytes, float[] target, int offset) {
    if (bytes < blockBytes()) {
      return 0;
    }
    for (int channel = 0; channel < channels; channel++) {
      target[offset + channel] = number.read(block);
    }
    return 1;
  }
}
