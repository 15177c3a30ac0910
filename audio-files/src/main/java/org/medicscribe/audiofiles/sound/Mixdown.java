package org.medicscribe.audiofiles.sound;

/**
 * Several channels become one. They are mixed evenly as long as that keeps the sound: where the mix
 * is far weaker than the loudest channel, because channels are opposite and cancel each other or
 * because all but one are empty, the loudest channel is taken alone. Decides once in 20 ms and goes
 * from one way to the other smoothly. Not thread-safe.
 */
final class Mixdown {

  private static final int BLOCKS_PER_SECOND = 50;

  /** Two channels of which one is silent lose 6 dB, which is still heard; 9 dB are too much. */
  private static final double LOST = 0.125;

  /** From here on they are mixed again. */
  private static final double FOUND = 0.2;

  /** Only a channel that is 6 dB louder takes the place of the one that is listened to. */
  private static final double LOUDER = 4;

  /** How much of the measured power of earlier blocks still counts. */
  private static final double MEMORY = 0.8;

  private final int channels;
  private final int blockFrames;
  private final double[] power;
  private double mixPower;

  /** Weights at the end of the last block. */
  private final float[] weights;

  /** The channel that is taken alone; -1 for all. */
  private int alone = -1;

  private boolean isFirst = true;
  private long opposed;

  Mixdown(int channels, int rate) {
    this.channels = channels;
    this.blockFrames = Math.max(1, rate / BLOCKS_PER_SECOND);
    this.power = new double[channels];
    this.weights = new float[channels];
  }

  /** Samples for which two channels cancelled each other, so that one was taken alone. */
  long opposed() {
    return opposed;
  }

  /** One sample for each frame of interleaved samples. */
  float[] mix(float[] interleaved, int frames) {
    float[] mono = new float[frames];
    if (channels == 1) {
      System.arraycopy(interleaved, 0, mono, 0, frames);
      return mono;
    }
    for (int from = 0; from < frames; from += blockFrames) {
      mixBlock(interleaved, from, Math.min(frames, from + blockFrames), mono);
    }
    return mono;
  }

  private void mixBlock(float[] interleaved, int from, int to, float[] mono) {
    measure(interleaved, from, to);
    choose(to - from);
    float[] target = new float[channels];
    for (int channel = 0; channel < channels; channel++) {
      target[channel] = alone == -1 ? 1f / channels : alone == channel ? 1 : 0;
    }
    if (isFirst) {
      System.arraycopy(target, 0, weights, 0, channels);
      isFirst = false;
    }
    for (int frame = from; frame < to; frame++) {
      float way = (float) (frame - from + 1) / (to - from);
      float sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        float weight = weights[channel] + (target[channel] - weights[channel]) * way;
        sum += weight * interleaved[frame * channels + channel];
      }
      mono[frame] = sum;
    }
    System.arraycopy(target, 0, weights, 0, channels);
  }

  private void measure(float[] interleaved, int from, int to) {
    mixPower *= MEMORY;
    for (int channel = 0; channel < channels; channel++) {
      power[channel] *= MEMORY;
    }
    for (int frame = from; frame < to; frame++) {
      double sum = 0;
      for (int channel = 0; channel < channels; channel++) {
        double sample = interleaved[frame * channels + channel];
        power[channel] += sample * sample;
        sum += sample;
      }
      mixPower += sum * sum / channels / channels;
    }
  }

  private void choose(int frames) {
    int loudest = 0;
    for (int channel = 1; channel < channels; channel++) {
      loudest = power[channel] > power[loudest] ? channel : loudest;
    }
    if (mixPower >= (alone == -1 ? LOST : FOUND) * power[loudest]) {
      alone = -1;
    } else if (alone == -1 || power[loudest] > LOUDER * power[alone]) {
      alone = loudest;
    }
    if (alone != -1 && areOpposed()) {
      opposed += frames;
    }
  }

  private boolean areOpposed() {
    double sum = 0;
    for (double each : power) {
      sum += each;
    }
    // Channels that have nothing to do with each other add up to this much; opposite ones to less.
    return mixPower < LOST * sum / channels / channels;
  }
}
