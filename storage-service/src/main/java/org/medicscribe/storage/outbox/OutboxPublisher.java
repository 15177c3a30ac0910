package org.medicscribe.storage.outbox;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.medicscribe.memory.Share;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.outage.Outages;
import org.medicscribe.storage.outage.Schema;
import org.medicscribe.storage.outbox.Outbox.Pending;

/**
 * Sends what the outbox holds, right after a commit and, for what a crash or an outage left behind,
 * on a clock. A message is removed once Kafka has acknowledged it; a crash in between sends it
 * again.
 */
@ApplicationScoped
public class OutboxPublisher {

  private static final Logger LOG = Logger.getLogger(OutboxPublisher.class);

  /** Of a message: its row, its bytes, and what the producer makes of them. */
  private static final int COPIES = 3;

  private final Schema schema;
  private final Pool pool;
  private final Outbox outbox;
  private final MutinyEmitter<byte[]> emitter;
  private final int batch;
  private final Share memory;
  private final Counter published;
  private final Counter failed;

  /** Above zero while a drain runs; each wake during it asks for one more round. */
  private final AtomicInteger wakes = new AtomicInteger();

  private final AtomicLong waiting = new AtomicLong();

  /** Whether the last round failed: an outage is told once. */
  private volatile boolean isStuck;

  OutboxPublisher(
      Schema schema,
      Pool pool,
      Outbox outbox,
      @Channel("outbox") MutinyEmitter<byte[]> emitter,
      OutboxConfig config,
      StorageMemory memory,
      MeterRegistry metrics) {
    this.schema = schema;
    this.pool = pool;
    this.outbox = outbox;
    this.emitter = emitter;
    this.batch = config.batch();
    this.memory = memory.outbox();
    this.published = metrics.counter("scribe.outbox.published");
    this.failed = metrics.counter("scribe.outbox.failures");
    metrics.gauge("scribe.outbox.pending", waiting);
  }

  /** Asks for what was just committed to be sent; returns at once. */
  public void wake() {
    if (wakes.getAndIncrement() == 0) {
      drain();
    }
  }

  @Scheduled(
      every = "${medic-scribe.outbox.poll}",
      identity = "outbox",
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  void poll() {
    wake();
  }

  @Scheduled(
      every = "15s",
      identity = "outbox-gauge",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = Scheduled.ApplicationNotRunning.class)
  Uni<Void> measure() {
    return schema
        .ready()
        .chain(() -> pool.query("select count(*) from outbox").execute())
        .invoke(rows -> waiting.set(rows.iterator().next().getLong(0)))
        .replaceWithVoid()
        .onFailure()
        .recoverWithNull();
  }

  private void drain() {
    int seen = wakes.get();
    round()
        .subscribe()
        .with(
            sent -> {
              isStuck = false;
              if (sent > 0 || !wakes.compareAndSet(seen, 0)) {
                drain();
              }
            },
            failure -> {
              failed.increment();
              if (!isStuck) {
                isStuck = true;
                LOG.warnf("outbox waits: errorKind=EXTERNAL cause=%s", Outages.kindOf(failure));
              }
              wakes.set(0);
            });
  }

  private Uni<Integer> round() {
    return schema
        .ready()
        .chain(() ->
            pool.withTransaction(tx ->
                outbox
                    .lockOldest(tx, batch, memory.ceiling() / COPIES)
                    .chain(pending -> sendAndRemove(tx, pending))));
  }

  private Uni<Integer> sendAndRemove(SqlConnection tx, List<Pending> pending) {
    if (pending.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    long bytes = COPIES * pending.stream().mapToLong(each -> each.message().value().length).sum();
    memory.take(bytes);
    List<Uni<Long>> sends = pending.stream().map(this::send).toList();
    return Uni.join()
        .all(sends)
        .andFailFast()
        .map(ids -> ids.stream().filter(Objects::nonNull).toList())
        .chain(ids ->
            outbox
                .remove(tx, ids)
                .invoke(() -> published.increment(ids.size()))
                .replaceWith(ids.size()))
        .onTermination()
        .invoke(() -> memory.give(bytes));
  }

  /** The id once Kafka has the message; null when it could not be sent now. */
  private Uni<Long> send(Pending pending) {
    OutboxMessage message = pending.message();
    RecordHeaders headers = new RecordHeaders();
    message
        .headers()
        .forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
    Message<byte[]> record =
        Message.of(message.value())
            .addMetadata(
                OutgoingKafkaRecordMetadata.<String>builder()
                    .withTopic(message.topic())
                    .withKey(message.encounterId().toString())
                    .withHeaders(headers)
                    .build());
    return emitter
        .sendMessage(record)
        .replaceWith(pending.id())
        .onFailure()
        .invoke(failure -> {
          failed.increment();
          LOG.warnf(
              "outbox message waits: encounterId=%s topic=%s errorKind=EXTERNAL cause=%s",
              message.encounterId(), message.topic(), Outages.kindOf(failure));
        })
        .onFailure()
        .recoverWithNull();
  }
}
