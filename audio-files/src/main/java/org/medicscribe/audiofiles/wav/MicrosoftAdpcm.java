package org.medicscribe.audiofiles.wav;

import java.nio.ByteBuffer;

/**
 * Four bits a sample, each predicted from the two before (tag 0x02). A block begins with the
 * predictor, the step and two samples of each channel; then come the channels in turn.
 *
 * @param predictors pairs of coefficients in 256ths; the file may bring its own
 */
record MicrosoftAdpcm(int channels, int blockBytes, int[][] predictors) implements SampleCodec {

  /** Those that every writer uses. */
  static final int[][] USUAL = {
    {256, 0}, {512, -256}, {0, 0}, {192, 64}, {240, 0}, {460, -208}, {392, -232}
  };

  private static final int HEAD = 7;
  private static final int SMALLEST_STEP = 16;
  private static final int LARGEST_STEP = 1 << 20;

  private static final int[] STEP_CHANGE = {
    230, 230, 230, 230, 307, 409, 512, 614, 768, 614, 512, 409, 307, 230, 230, 230
  };

  @Override
  public int framesIn(int bytesOfBlock) {
    int sound = bytesOfBlock - HEAD * channels;
    return sound < 0 ? 0 : 2 + 2 * sound / channels;
  }

  @Override
  public int decode(ByteBuffer block, int bytes, float[] target, int offset) {
    int frames = framesIn(bytes);
    if (frames == 0) {
      return 0;
    }
    int[] predictor = new int[channels];
    int[] step = new int[channels];
    int[] last = new int[channels];
    int[] before = new int[channels];
    for (int channel = 0; channel < channels; channel++) {
      predictor[channel] = Math.min(block.get() & 0xff, predictors.length - 1);
    }
    for (int channel = 0; channel < channels; channel++) {
      step[channel] = block.getShort();
    }
    for (int channel = 0; channel < channels; channel++) {
      last[channel] = block.getShort();
      target[offset + channels + channel] = last[channel] / 32_768f;
    }
    for (int channel = 0; channel < channels; channel++) {
      before[channel] = block.getShort();
      target[offset + channel] = before[channel] / 32_768f;
    }
    int two = 0;
    for (int at = 2 * channels; at < frames * channels; at++) {
      boolean isHigh = at % 2 == 0;
      two = isHigh ? block.get() : two;
      int code = isHigh ? two >> 4 & 15 : two & 15;
      int channel = at % channels;
      int[] factors = predictors[predictor[channel]];
      int guess = (last[channel] * factors[0] + before[channel] * factors[1]) >> 8;
      int signed = code < 8 ? code : code - 16;
      int sample = Math.clamp(guess + signed * step[channel], Short.MIN_VALUE, Short.MAX_VALUE);
      before[channel] = last[channel];
      last[channel] = sample;
      step[channel] =
          Math.clamp((long) STEP_CHANGE[code] * step[channel] >> 8, SMALLEST_STEP, LARGEST_STEP);
      target[offset + at] = sample / 32_768f;
    }
    return frames;
  }
}
