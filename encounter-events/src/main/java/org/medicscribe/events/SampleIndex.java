package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;

/**
 * A position in a recording, counted in samples from its start: the one clock of the whole system.
 *
 * <p>A recording is 16 kHz, 16-bit, mono PCM; {@link #PER_SECOND} and {@link #BYTES} are the only
 * places that say so.
 */
public record SampleIndex(@JsonValue long value) implements Comparable<SampleIndex> {

  public static final int PER_SECOND = 16_000;
  public static final int BYTES = 2;
  public static final SampleIndex ZERO = new SampleIndex(0);

  public SampleIndex {
    if (value < 0) {
      throw new IllegalArgumentException("a sample index is never negative: " + value);
    }
  }

  @JsonCreator
  public static SampleIndex of(long value) {
    return value == 0 ? ZERO : new SampleIndex(value);
  }

  /** The position {@code seconds} after the start, to the nearest sample. */
  public static SampleIndex ofSeconds(double seconds) {
    return of(Math.max(0, Math.round(seconds * PER_SECOND)));
  }

  public static long samplesIn(Duration duration) {
    return Math.multiplyExact(duration.toMillis(), PER_SECOND) / 1000;
  }

  public static Duration durationOf(long samples) {
    return Duration.ofNanos(Math.multiplyExact(samples, 1_000_000_000L / PER_SECOND));
  }

  public SampleIndex plus(long samples) {
    return of(value + samples);
  }

  /** Samples from {@code other} to this; negative when this lies before it. */
  public long minus(SampleIndex other) {
    return value - other.value;
  }

  public boolean isBefore(SampleIndex other) {
    return value < other.value;
  }

  public boolean isAfter(SampleIndex other) {
    return value > other.value;
  }

  public SampleIndex max(SampleIndex other) {
    return value >= other.value ? this : other;
  }

  public SampleIndex min(SampleIndex other) {
    return value <= other.value ? this : other;
  }

  public double toSeconds() {
    return (double) value / PER_SECOND;
  }

  @Override
  public int compareTo(SampleIndex other) {
    return Long.compare(value, other.value);
  }
}
