package org.medicscribe.audiofiles.wav;

import java.nio.ByteBuffer;

/**
 * Four bits a sample, as dictation machines write it (tag 0x11). A block begins with the first
 * sample of each channel and the step; then come eight samples of each channel in turn.
 */
record ImaAdpcm(int channels, int blockBytes) implements SampleCodec {

  private static final int HEAD = 4;
  private static final int GROUP_FRAMES = 8;
  private static final int LAST_STEP = 88;

  private static final int[] INDEX_CHANGE = {-1, -1, -1, -1, 2, 4, 6, 8};

  private static final int[] STEPS = {
    7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66, 73,
    80, 88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449, 494,
    544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499,
    2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442,
    11487, 12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767
  };

  @Override
  public int framesIn(int bytesOfBlock) {
    int sound = bytesOfBlock - HEAD * channels;
    return sound < 0 ? 0 : 1 + sound / (HEAD * channels) * GROUP_FRAMES;
  }

  @Override
  public int decode(ByteBuffer block, int bytes, float[] target, int offset) {
    int frames = framesIn(bytes);
    if (frames == 0) {
      return 0;
    }
    int[] sample = new int[channels];
    int[] index = new int[channels];
    for (int channel = 0; channel < channels; channel++) {
      sample[channel] = block.getShort();
      index[channel] = Math.clamp(block.getShort() & 0xff, 0, LAST_STEP);
      target[offset + channel] = sample[channel] / 32_768f;
    }
    for (int first = 1; first < frames; first += GROUP_FRAMES) {
      for (int channel = 0; channel < channels; channel++) {
        int codes = block.getInt();
        for (int i = 0; i < GROUP_FRAMES; i++, codes >>>= 4) {
          int code = codes & 15;
          sample[channel] = next(sample[channel], STEPS[index[channel]], code);
          index[channel] = Math.clamp(index[channel] + INDEX_CHANGE[code & 7], 0, LAST_STEP);
          target[offset + (first + i) * channels + channel] = sample[channel] / 32_768f;
        }
      }
    }
    return frames;
  }

  private static int next(int sample, int step, int code) {
    int change = step >> 3;
    change += (code & 4) == 0 ? 0 : step;
    change += (code & 2) == 0 ? 0 : step >> 1;
    change += (code & 1) == 0 ? 0 : step >> 2;
    return Math.clamp(
        (code & 8) == 0 ? sample + change : sample - change, Short.MIN_VALUE, Short.MAX_VALUE);
  }
}
