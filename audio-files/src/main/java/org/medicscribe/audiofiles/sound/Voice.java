package org.medicscribe.audiofiles.sound;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;

/**
 * The way of one run of sound onto the recording's clock: frames of any number of channels and any
 * rate go in, PCM16 of one channel comes out. Not thread-safe.
 */
public final class Voice {

  private static final float FULL_SCALE = 32_768f;

  private final int channels;
  private final int rate;
  private final Mixdown mixdown;
  private final @Nullable Resampler resampler;
  private long frames;

  public Voice(int channels, int rate) {
    this.channels = channels;
    this.rate = rate;
    this.mixdown = new Mixdown(channels, rate);
    this.resampler = rate == SampleIndex.PER_SECOND ? null : new Resampler(rate);
  }

  public boolean fits(int otherChannels, int otherRate) {
    return channels == otherChannels && rate == otherRate;
  }

  /** Little-endian PCM16 that these frames complete. */
  public byte[] take(float[] interleaved, int count) {
    frames += count;
    float[] mono = mixdown.mix(interleaved, count);
    return pcm16(resampler == null ? mono : resampler.take(mono, count));
  }

  /** What was still waiting for what comes after the last frame. */
  public byte[] finish() {
    return resampler == null ? new byte[0] : pcm16(resampler.finish());
  }

  /** Samples on the clock that would have followed if so many more frames had come. */
  public long samplesOf(long moreFrames) {
    return onClock(frames + moreFrames) - onClock(frames);
  }

  /** How much of it had channels that cancelled each other, in samples on the clock. */
  public long opposed() {
    return onClock(mixdown.opposed());
  }

  private long onClock(long count) {
    return Math.ceilDiv(count * SampleIndex.PER_SECOND, (long) rate);
  }

  private static byte[] pcm16(float[] samples) {
    ByteBuffer pcm =
        ByteBuffer.allocate(samples.length * SampleIndex.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      pcm.putShort(
          (short) Math.clamp(Math.round(sample * FULL_SCALE), Short.MIN_VALUE, Short.MAX_VALUE));
    }
    return pcm.array();
  }
}
