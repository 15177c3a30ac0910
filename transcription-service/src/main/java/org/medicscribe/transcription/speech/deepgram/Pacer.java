package org.medicscribe.transcription.speech.deepgram;

import java.time.Duration;
import org.medicscribe.events.SampleIndex;

/** A token bucket counted in samples: at most {@code pace} times real time, after a burst. */
final class Pacer {

  private static final double NANOS = 1e9;

  private final double perNano;
  private final double capacity;
  private double tokens;
  private long filledAt;

  Pacer(double pace, Duration burst, long now) {
    this.perNano = pace * SampleIndex.PER_SECOND / NANOS;
    this.capacity = SampleIndex.samplesIn(burst);
    this.tokens = capacity;
    this.filledAt = now;
  }

  /** Nanoseconds until {@code samples} may go out; zero takes them. */
  long take(long samples, long now) {
    tokens = Math.min(capacity, tokens + (now - filledAt) * perNano);
    filledAt = now;
    double needed = Math.min(samples, capacity);
    if (tokens >= needed) {
      tokens -= samples;
      return 0;
    }
    return (long) Math.ceil((needed - tokens) / perNano);
  }
}
