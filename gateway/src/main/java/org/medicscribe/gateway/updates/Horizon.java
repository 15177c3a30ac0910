package org.medicscribe.gateway.updates;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Up to which moment all that had been published has been read. Kafka is asked where the records
 * end; once the reader has come there, it knows all of that moment.
 */
final class Horizon {

  private final Duration every;
  private final Duration patience;
  private @Nullable Ends asked;
  private volatile @Nullable Long heardAllOf;

  /** Where the records ended at a moment of the machine's clock. */
  private record Ends(long at, Map<TopicPartition, Long> offsets) {

    boolean areReachedAt(Map<TopicPartition, Long> positions) {
      return offsets.entrySet().stream()
          .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }
  }

  /**
   * @param every how often Kafka is asked
   * @param patience how long it may think
   */
  Horizon(Duration every, Duration patience) {
    this.every = every;
    this.patience = patience;
  }

  /** Whether all that had been published so long ago has been read. For any thread. */
  boolean hasHeardAllOf(Duration ago) {
    Long moment = heardAllOf;
    return moment != null && System.nanoTime() - moment < ago.toNanos();
  }

  /** Looks up again, if it is time to; by the reading thread, after what it read is handed over. */
  void look(Consumer<?, ?> reading, Map<TopicPartition, Long> positions) {
    long now = System.nanoTime();
    Ends last = asked;
    if (last == null || now - last.at() > every.toNanos() && last.areReachedAt(positions)) {
      try {
        asked = new Ends(now, reading.endOffsets(reading.assignment(), patience));
      } catch (TimeoutException notNow) {
        return;
      }
    }
    if (asked instanceof Ends current && current.areReachedAt(positions)) {
      heardAllOf = current.at();
    }
  }
}
