package org.medicscribe.transcription.speech.embedded;

import java.util.Arrays;

/** The samples of a stream that may still be needed, found by their position in the stream. */
final class AudioWindow {

  private static final int INITIAL_CAPACITY = 1 << 16;

  private short[] samples = new short[INITIAL_CAPACITY];
  private long start;
  private int length;

  void append(short[] more, int offset, int count) {
    if (length + count > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(length + count, 2 * samples.length));
    }
    System.arraycopy(more, offset, samples, length, count);
    length += count;
  }

  /** First position after the window. */
  long end() {
    return start + length;
  }

  short[] copy(long from, long to) {
    return Arrays.copyOfRange(samples, offset(from), offset(to));
  }

  /** Fills {@code target} with the samples from {@code from} on, each from -1 to 1. */
  void copyInto(float[] target, long from) {
    int offset = offset(from);
    for (int i = 0; i < target.length; i++) {
      target[i] = samples[offset + i] / 32_768f;
    }
  }

  /** Multiplies the samples from {@code from} on, by a factor that changes evenly on the way. */
  void amplify(long from, int count, float first, float last) {
    int offset = offset(from);
    for (int i = 0; i < count; i++) {
      float factor = first + (last - first) * (i + 1) / count;
      samples[offset + i] =
          (short)
              Math.clamp(
                  Math.round(samples[offset + i] * factor), Short.MIN_VALUE, Short.MAX_VALUE);
    }
  }

  /** Forgets everything before {@code position}. */
  void release(long position) {
    int gone = offset(position);
    System.arraycopy(samples, gone, samples, 0, length - gone);
    length -= gone;
    start = position;
  }

  private int offset(long position) {
    if (position < start || position > end()) {
      throw new IllegalArgumentException(
          "sample " + position + " is not within " + start + ".." + end());
    }
    return (int) (position - start);
  }
}
