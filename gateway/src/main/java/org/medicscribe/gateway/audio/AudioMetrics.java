package org.medicscribe.gateway.audio;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** What an operator sees of the way to Kafka. */
@Singleton
class AudioMetrics {

  private static final Logger LOG = Logger.getLogger(AudioMetrics.class);

  private final MeterRegistry meters;
  private final Timer acknowledged;

  /** An outage is told once. */
  private volatile boolean isFailing;

  AudioMetrics(MeterRegistry meters) {
    this.meters = meters;
    this.acknowledged =
        Timer.builder("gateway.audio.acknowledged")
            .description("From handing a frame to the producer to the acknowledgement of Kafka")
            .serviceLevelObjectives(
                Duration.ofMillis(5),
                Duration.ofMillis(25),
                Duration.ofMillis(100),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5))
            .register(meters);
  }

  void safe(long nanos) {
    isFailing = false;
    acknowledged.record(nanos, TimeUnit.NANOSECONDS);
  }

  void failed(Exception failure) {
    String cause = failure.getClass().getSimpleName();
    if (!isFailing) {
      isFailing = true;
      LOG.warnf("errorKind=EXTERNAL frames are not taken by Kafka cause=%s", cause);
    }
    meters.counter("gateway.audio.failed", "cause", cause).increment();
  }
}
