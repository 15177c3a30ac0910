package org.medicscribe.transcription.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.medicscribe.memory.BudgetMetrics;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;
import org.medicscribe.transcription.session.AudioRoom;

/**
 * The part of this service's heap that is lent to audio and words: to the Kafka clients as much as
 * their buffers may ever hold, and the rest to recordings.
 */
@ApplicationScoped
class ServiceMemory {

  /** The other half is for what does not grow with the load. */
  private static final double LENT = 0.5;

  /** Of the budget, for audio that comes while it is spoken. */
  private static final double LIVE_RESERVE = 0.3;

  /** Of the budget, for audio that waited. */
  private static final double LATE_CEILING = 0.5;

  private final AudioRoom room;

  ServiceMemory(SessionConfig config, MeterRegistry registry) {
    MemoryBudget budget = MemoryBudget.ofHeap(LENT);
    Share live = budget.share("live-audio", LIVE_RESERVE, 1);
    Share late = budget.share("late-audio", 0, LATE_CEILING);
    Share clients = budget.share("kafka-clients", 0, 1);
    clients.take(2 * AudioKafka.BUFFERED_BYTES + TranscriptPublisher.BUFFERED_BYTES);
    this.room = new AudioRoom(live, late, config.maxBytesPerSession());
    new BudgetMetrics(budget).bindTo(registry);
  }

  AudioRoom room() {
    return room;
  }
}
