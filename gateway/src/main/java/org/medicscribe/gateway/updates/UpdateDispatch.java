package org.medicscribe.gateway.updates;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.Topics;
import org.medicscribe.events.TranscriptEvent;

/**
 * Hands a record to those who watch its encounter; most records are nobody's here, and are not even
 * read. What cannot be read is counted and skipped: the service that keeps the records is the one
 * that puts it aside.
 */
@Singleton
class UpdateDispatch {

  private static final EventJson<TranscriptEvent> TRANSCRIPT = EventJson.transcript();
  private static final EventJson<NoteEvent> NOTE = EventJson.note();
  private static final EventJson<LiveEvent> LIVE = EventJson.live();

  private final Watchers watchers;
  private final RecogniserLoad recogniser;
  private final MeterRegistry meters;

  UpdateDispatch(Watchers watchers, RecogniserLoad recogniser, MeterRegistry meters) {
    this.watchers = watchers;
    this.recogniser = recogniser;
    this.meters = meters;
  }

  void dispatch(ConsumerRecord<@Nullable String, byte @Nullable []> record) {
    String key = record.key();
    byte[] value = record.value();
    if (key == null || value == null) {
      count(record.topic(), "malformed");
      return;
    }
    List<EncounterListener> watching = EncounterId.parse(key).map(watchers::of).orElse(List.of());
    if (watching.isEmpty()) {
      return;
    }
    switch (record.topic()) {
      case Topics.TRANSCRIPT -> {
        if (known(record.topic(), TRANSCRIPT.read(value)) instanceof TranscriptEvent event) {
          watching.forEach(listener -> listener.on(event));
        }
      }
      case Topics.NOTE -> {
        if (known(record.topic(), NOTE.read(value)) instanceof NoteEvent event) {
          watching.forEach(listener -> listener.on(event));
        }
      }
      case Topics.LIVE -> {
        if (known(record.topic(), LIVE.read(value)) instanceof LiveEvent event) {
          recogniser.told(event);
          watching.forEach(listener -> listener.on(event));
        }
      }
      default -> throw new IllegalStateException("not subscribed to " + record.topic());
    }
  }

  private <T> @Nullable T known(String topic, Decoded<T> decoded) {
    return switch (decoded) {
      case Decoded.Known<T>(T event) -> {
        count(topic, "delivered");
        yield event;
      }
      case Decoded.UnknownType<T> _ -> {
        count(topic, "unknown-type");
        yield null;
      }
      case Decoded.Malformed<T> _ -> {
        count(topic, "malformed");
        yield null;
      }
    };
  }

  private void count(String topic, String outcome) {
    meters.counter("gateway.updates", "topic", topic, "outcome", outcome).increment();
  }
}
