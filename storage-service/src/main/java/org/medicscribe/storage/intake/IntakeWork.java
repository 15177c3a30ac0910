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
import org.medicscribe.memory.Share;
import org.medicscribe.memory.WaitingLine;
import org.medicscribe.storage.outage.Outages;

/**
 * The work of one consumer: in lanes, through outages, and never more at once than memory and
 * database connections allow. Who waits for the end of an outage holds neither. Thread-safe.
 */
public final class IntakeWork {

  private static final Logger LOG = Logger.getLogger(IntakeWork.class);

  /** Longer than the longest pause between two tries: an outage is told once. */
  private static final Duration SAME_OUTAGE = Duration.ofSeconds(15);

  private final String channel;
  private final EncounterLanes lanes = new EncounterLanes();
  private final WaitingLine line;
  private final long bytes;
  private final Clock clock;
  private final Counter outages;
  private volatile @Nullable Instant lastOutage;

  /**
   * @param bytes taken from the share by each piece of work that is under way
   * @param atOnce pieces under way at the same time, at most
   */
  public IntakeWork(
      String channel, Share share, long bytes, int atOnce, Clock clock, MeterRegistry metrics) {
    this.channel = channel;
    this.line = new WaitingLine(share, atOnce);
    this.bytes = bytes;
    this.clock = clock;
    this.outages = metrics.counter("scribe.intake.outages", "channel", channel);
    metrics.gauge(
        "scribe.intake.encounters", Tags.of("channel", channel), lanes, EncounterLanes::busy);
  }

  /** Ends when the work is done; fails only through a defect. */
  public Uni<Void> run(EncounterId encounterId, Supplier<Uni<Void>> work) {
    return lanes.run(
        encounterId,
        () -> Outages.waitOut(() -> inTurn(work), failure -> note(encounterId, failure)));
  }

  private Uni<Void> inTurn(Supplier<Uni<Void>> work) {
    return Uni.createFrom()
        .completionStage(() -> line.run(bytes, () -> work.get().subscribeAsCompletionStage()));
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
