package org.medicscribe.storage.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.outage.Schema;

/**
 * Takes the JSON events of a topic: each is worked on in its encounter's lane and acknowledged once
 * its transaction has committed. A record is taken only while there is room, so an outage stops the
 * consumer and loses nothing.
 */
@ApplicationScoped
public class RecordIntake {

  /** For a record, its place in Kafka's client and in its lane, and its transaction. */
  private static final int OVERHEAD = 8 << 10;

  /** Text becomes objects of several times its size, and rows again. */
  private static final int COPIES = 8;

  /** What one topic has in flight. */
  private record Channel(IntakeWork work, Room room) {}

  private final Ending ending;
  private final Schema schema;
  private final IntakeConfig config;
  private final StorageMemory memory;
  private final Clock clock;
  private final MeterRegistry metrics;
  private final Map<String, Channel> channels = new ConcurrentHashMap<>();

  RecordIntake(
      Ending ending,
      Schema schema,
      IntakeConfig config,
      StorageMemory memory,
      Clock clock,
      MeterRegistry metrics) {
    this.ending = ending;
    this.schema = schema;
    this.config = config;
    this.memory = memory;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Takes a record once the schema is there; ends when there is room for another.
   *
   * @param encounterOf must be the record's key
   */
  public <T> Uni<Void> take(
      String topic,
      KafkaRecord<String, byte[]> record,
      Decoded<T> decoded,
      Function<T, EncounterId> encounterOf,
      Function<T, Uni<Void>> work) {
    return schema.ready().chain(() -> takeNow(topic, record, decoded, encounterOf, work));
  }

  private <T> Uni<Void> takeNow(
      String topic,
      KafkaRecord<String, byte[]> record,
      Decoded<T> decoded,
      Function<T, EncounterId> encounterOf,
      Function<T, Uni<Void>> work) {
    return switch (decoded) {
      case Decoded.Known<T>(T event) -> {
        EncounterId id = encounterOf.apply(event);
        yield Ending.keyOf(record).filter(id::equals).isPresent()
            ? take(topic, record, id, () -> inTraceOf(record, () -> work.apply(event)))
            : ending.deadLettered(record, topic, Unstorable.malformed("key"));
      }
      case Decoded.UnknownType<T> unknown -> ending.skipped(record, topic);
      case Decoded.Malformed<T>(String reason) ->
          ending.deadLettered(record, topic, Unstorable.malformed(reason));
    };
  }

  private Uni<Void> take(
      String topic, KafkaRecord<String, byte[]> record, EncounterId id, Supplier<Uni<Void>> work) {
    Channel channel =
        channels.computeIfAbsent(
            topic,
            name ->
                new Channel(
                    new IntakeWork(name, memory.records(), 0, config.workers(), clock, metrics),
                    new Room(memory.records())));
    long bytes = OVERHEAD + (long) COPIES * record.getPayload().length;
    channel.room().take(bytes);
    channel
        .work()
        .run(id, work)
        .onItemOrFailure()
        .transformToUni((done, failure) ->
            failure == null
                ? ending.acknowledged(record)
                : ending.deadLettered(record, topic, failure))
        .onTermination()
        .invoke(() -> channel.room().give(bytes))
        .subscribe()
        .with(ended -> {}, failure -> {});
    return channel.room().free();
  }

  /** What the work begins with finds the trace of its record as the current one. */
  private static Uni<Void> inTraceOf(KafkaRecord<String, byte[]> record, Supplier<Uni<Void>> work) {
    Context trace =
        record
            .getMetadata(TracingMetadata.class)
            .map(TracingMetadata::getCurrentContext)
            .orElseGet(Context::root);
    try (Scope within = trace.makeCurrent()) {
      return work.get();
    }
  }
}
