package org.medicscribe.storage.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.outage.Outages;

/** The work of one consumer: in lanes, through outages. Thread-safe. */
public final class IntakeWork {

  private static final Logger LOG = Logger.getLogger(IntakeWork.class);

  /** Longer than the longest pause between two tries: an outage is told once. */
  private static final Duration SAME_OUTAGE = Duration.ofSeconds(15);

  private final String channel;
  private final EncounterLanes lanes = new EncounterLanes();
  private final Clock clock;
  private final Counter outages;
  private volatile @Nullable Instant lastOutage;

  public IntakeWork(String channel, Clock clock, MeterRegistry metrics) {
    this.channel = channel;
    this.clock = clock;
    this.outages = metrics.counter("scribe.intake.outages", "channel", channel);
    metrics.gauge(
        "scribe.intake.encounters", Tags.of("channel", channel), lanes, EncounterLanes::busy);
  }

  /** Ends when the work is done; fails only through a defect. */
  public Uni<Void> run(EncounterId encounterId, Supplier<Uni<Void>> work) {
    return lanes.run(
        encounterId, () -> Outages.waitOut(work, failure -> note(encounterId, failure)));
  }

  /** When something last stood in the way; null: never. */
  public @Nullable Instant lastOutage() {
    return lastOutage;
  }

  private void note(EncounterId encounterId, Throwable failure) {
    Instant before = lastOutage;
    Instant now = clock.instant();
    lastOutage = now;
    outages.increment();
    if (before == null || before.isBefore(now.minus(SAME_OUTAGE))) {
      LOG.warnf(
          "records wait: channel=%s encounterId=%s errorKind=EXTERNAL cause=%s",
          channel, encounterId, Outages.kindOf(failure));
    }
  }
}
