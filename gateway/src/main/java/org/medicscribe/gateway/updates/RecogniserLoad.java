package org.medicscribe.gateway.updates;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.LiveEvent.DelayReason;
import org.medicscribe.events.LiveEvent.TranscriptionDelayed;

/**
 * Whether the recogniser hears more than it can follow. It says so itself, of one visit after the
 * other and every few seconds as long as it lasts; this gateway learns it from the visits that are
 * watched here, of which an overload concerns some on every gateway. Thread-safe.
 */
@Singleton
public class RecogniserLoad {

  /** A delay that a person feels; shorter ones come and go. */
  private static final Duration LATE = Duration.ofSeconds(5);

  /** Twice as long as the recogniser waits until it says it again. */
  private static final Duration LASTS = Duration.ofSeconds(10);

  private final LongSupplier nanos;
  private volatile boolean wasFull;
  private volatile long fullAt;

  @Inject
  RecogniserLoad() {
    this(System::nanoTime);
  }

  RecogniserLoad(LongSupplier nanos) {
    this.nanos = nanos;
  }

  void told(LiveEvent event) {
    if (event instanceof TranscriptionDelayed delayed
        && delayed.reason() == DelayReason.OVERLOADED
        && delayed.behindMillis() >= LATE.toMillis()) {
      fullAt = nanos.getAsLong();
      wasFull = true;
    }
  }

  /** A new visit would only make those wait longer that are being recorded. */
  public boolean isFull() {
    return wasFull && nanos.getAsLong() - fullAt < LASTS.toNanos();
  }
}
