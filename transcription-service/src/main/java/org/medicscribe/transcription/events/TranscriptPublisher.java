package org.medicscribe.transcription.events;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.Topics;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.tracing.RecordTraces;
import org.medicscribe.transcription.session.TranscriptSink;

/** Writes transcript and live events, keyed by encounter, in the order they are given. */
@ApplicationScoped
public class TranscriptPublisher {

  private static final Logger LOG = Logger.getLogger(TranscriptPublisher.class);

  /** Words that wait for a broker; beyond it they are said again later. */
  static final long BUFFERED_BYTES = 8L * 1024 * 1024;

  private final EventJson<TranscriptEvent> transcript = EventJson.transcript();
  private final EventJson<LiveEvent> live = EventJson.live();
  private final Producer<byte[], byte[]> producer;
  private final RecordTraces traces;

  @Inject
  TranscriptPublisher(
      @Identifier("default-kafka-broker") Map<String, Object> kafka, RecordTraces traces) {
    this(
        new KafkaProducer<>(settings(kafka), new ByteArraySerializer(), new ByteArraySerializer()),
        traces);
  }

  TranscriptPublisher(Producer<byte[], byte[]> producer, RecordTraces traces) {
    this.producer = producer;
    this.traces = traces;
  }

  private static Map<String, Object> settings(Map<String, Object> kafka) {
    Map<String, Object> config = new HashMap<>(kafka);
    config.put(ProducerConfig.CLIENT_ID_CONFIG, "transcription-results");
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    // The clinician waits for each word.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFERED_BYTES);
    // Event loops call send: it must not wait for a broker that is away. Metadata is warmed up
    // before the first audio is read.
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 200);
    return config;
  }

  /** Waits until the topics are known; called off the event loops, before audio is read. */
  void awaitTopics() {
    producer.partitionsFor(Topics.TRANSCRIPT);
    producer.partitionsFor(Topics.LIVE);
  }

  /** Goes on with the trace in which a record of the recording was sent. */
  TranscriptSink inTraceOf(Headers headers) {
    Context trace = traces.of(headers);
    return new TranscriptSink() {
      @Override
      public CompletionStage<Void> publish(TranscriptEvent event) {
        return TranscriptPublisher.this.publish(event, trace);
      }

      @Override
      public void show(LiveEvent event) {
        TranscriptPublisher.this.show(event);
      }
    };
  }

  private CompletionStage<Void> publish(TranscriptEvent event, Context trace) {
    Span span = traces.send(Topics.TRANSCRIPT, trace, event.encounterId());
    return send(new ProducerRecord<>(
            Topics.TRANSCRIPT,
            null,
            null,
            key(event.encounterId()),
            transcript.write(event),
            traces.headers(trace.with(span))))
        .whenComplete((done, failure) -> traces.end(span, failure));
  }

  private void show(LiveEvent event) {
    send(new ProducerRecord<>(Topics.LIVE, key(event.encounterId()), live.write(event)))
        .whenComplete((done, failure) -> {
          if (failure != null) {
            LOG.debugf("topic=%s lost a live update", Topics.LIVE);
          }
        });
  }

  /** Puts a record that cannot be read aside, with the reason. */
  CompletionStage<Void> deadLetter(ConsumerRecord<byte[], byte[]> record, String reason) {
    Headers headers = new RecordHeaders(record.headers());
    headers.add("dead-letter-reason", reason.getBytes(StandardCharsets.UTF_8));
    return send(
        new ProducerRecord<>(
            Topics.deadLetterOf(Topics.AUDIO), null, null, record.key(), record.value(), headers));
  }

  private CompletionStage<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      var _ =
          producer.send(
              record,
              (metadata, failure) -> {
                if (failure == null) {
                  sent.complete(null);
                } else {
                  sent.completeExceptionally(failure);
                }
              });
    } catch (RuntimeException refused) {
      sent.completeExceptionally(refused);
    }
    return sent;
  }

  private static byte[] key(EncounterId encounter) {
    return encounter.toString().getBytes(StandardCharsets.UTF_8);
  }

  @PreDestroy
  void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
