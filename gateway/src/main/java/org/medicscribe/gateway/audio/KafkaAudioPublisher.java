package org.medicscribe.gateway.audio;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.tracing.RecordTraces;

/**
 * Sends to {@link Topics#AUDIO} by Kafka's own producer: thousands of frames a second pass here,
 * and a channel of the messaging layer costs each of them a hop between threads and a dozen
 * objects.
 *
 * <p>Sending never blocks: {@code max.block.ms} is zero, so a full buffer or unknown topic is an
 * answer at once. Receipts come on the producer's network thread.
 */
@Singleton
public class KafkaAudioPublisher implements AudioPublisher {

  private static final Logger LOG = Logger.getLogger(KafkaAudioPublisher.class);

  /** The producer adds it to the clock, so it must leave room for that. */
  private static final Duration NEVER = Duration.ofDays(3650);

  private static final int WITHOUT_END = Integer.MAX_VALUE;

  /** Of one partition in one request: far more than comes while one is under way. */
  private static final int BATCH_BYTES = 256 * 1024;

  /**
   * Key terms may weigh as much as the audio. Whoever begins to read in the middle of a recording
   * waits so long for them, at most.
   */
  private static final Duration SETTINGS_EVERY = Duration.ofSeconds(2);

  private static final Duration START_PATIENCE = Duration.ofSeconds(3);
  private static final Duration START_PAUSE = Duration.ofMillis(20);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);

  private final Producer<byte[], byte[]> producer;
  private final AudioMetrics metrics;
  private final RecordTraces traces;
  private final OpenReceipts receipts;
  private final InFlight inFlight;
  private final LongSupplier nanos;
  private final AtomicBoolean topicKnown = new AtomicBoolean();

  @Inject
  public KafkaAudioPublisher(
      @Identifier("default-kafka-broker") Map<String, Object> broker,
      AudioPublisherConfig config,
      AudioMetrics metrics,
      RecordTraces traces,
      OpenReceipts receipts,
      InFlight inFlight) {
    this(
        new GatheringProducer(settings(broker, config, inFlight.limit()), config.gather()),
        metrics,
        traces,
        receipts,
        inFlight,
        System::nanoTime);
  }

  KafkaAudioPublisher(
      Producer<byte[], byte[]> producer,
      AudioMetrics metrics,
      RecordTraces traces,
      OpenReceipts receipts,
      InFlight inFlight,
      LongSupplier nanos) {
    this.producer = producer;
    this.metrics = metrics;
    this.traces = traces;
    this.receipts = receipts;
    this.inFlight = inFlight;
    this.nanos = nanos;
  }

  /**
   * @param inFlight bytes of live recordings that may be on the way; files have a little beside it
   */
  static Map<String, Object> settings(
      Map<String, Object> broker, AudioPublisherConfig config, long inFlight) {
    Map<String, Object> settings = new HashMap<>(broker);
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "gateway-audio");
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0L);
    // Frames are gathered before they come here.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    // What comes while a request is under way shares the next one: few requests without a wait.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, inFlight + inFlight / 2);
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
        Math.toIntExact(config.requestTimeout().toMillis()));
    // Whoever waits is answered in time by the receipts; a frame is never left out of its order.
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, WITHOUT_END);
    // A topic nobody records to for a while must not be forgotten: the next frame would be refused.
    settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, NEVER.toMillis());
    return settings;
  }

  @Override
  public RecordingAudio open(
      EncounterId encounterId, RecordingSettings settings, long claim, Source source) {
    return new Recording(
        encounterId.toString().getBytes(StandardCharsets.UTF_8),
        claim,
        AudioRecords.settingsHeader(settings),
        beginTrace(encounterId),
        switch (source) {
          case LIVE -> inFlight.new Account();
          case FILE -> null;
        });
  }

  @Override
  public boolean hasRoomForAnother() {
    return inFlight.hasRoomForAnother();
  }

  /**
   * What all records of a recording carry: a span for each frame would cost more than the frame.
   */
  private List<Header> beginTrace(EncounterId encounterId) {
    Span begun = traces.send(Topics.AUDIO, Context.root(), encounterId);
    begun.end();
    return traces.headers(Context.root().with(begun));
  }

  /**
   * Whether a frame could be sent now. Asks for the topic's metadata as long as it is missing;
   * returns at once.
   */
  public boolean isTopicKnown() {
    if (!topicKnown.get()) {
      try {
        topicKnown.set(!producer.partitionsFor(Topics.AUDIO).isEmpty());
      } catch (KafkaException stillUnknown) {
        return false;
      }
    }
    return topicKnown.get();
  }

  /**
   * Waits a moment for the topic's metadata before the door opens, so that the first frame finds
   * it. Without Kafka the gateway starts all the same, and says that it is not ready.
   */
  void onStart(@Observes StartupEvent start) throws InterruptedException {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (!isTopicKnown() && System.nanoTime() < deadline) {
      Thread.sleep(START_PAUSE);
    }
    if (!isTopicKnown()) {
      LOG.warnf("topic=%s errorKind=EXTERNAL not ready: Kafka does not answer yet", Topics.AUDIO);
    }
  }

  @PreDestroy
  void close() {
    producer.close(CLOSE_PATIENCE);
  }

  private void send(
      InFlight.@Nullable Account account, ProducerRecord<byte[], byte[]> record, Receipt receipt) {
    int bytes = record.value().length;
    if (receipts.isStalled()) {
      receipt.arrived(Publication.FAILED);
      return;
    }
    if (account != null && !account.tryTake(bytes)) {
      receipt.arrived(Publication.BUSY);
      return;
    }
    OpenReceipts.OpenReceipt open = receipts.open(receipt, System.nanoTime());
    try {
      var _ =
          producer.send(
              record,
              (_, failure) -> {
                gone(account, bytes);
                open.answer(publication(open.since(), failure));
              });
    } catch (KafkaException | IllegalStateException failure) {
      gone(account, bytes);
      open.answer(publication(open.since(), failure));
    }
  }

  private static void gone(InFlight.@Nullable Account account, int bytes) {
    if (account != null) {
      account.give(bytes);
    }
  }

  private Publication publication(long sentAt, @Nullable Exception failure) {
    if (failure == null) {
      metrics.safe(System.nanoTime() - sentAt);
      return Publication.SAFE;
    }
    metrics.failed(failure);
    return failure instanceof BufferExhaustedException ? Publication.BUSY : Publication.FAILED;
  }

  private final class Recording implements RecordingAudio {

    private final byte[] key;
    private final Header settings;
    private final Header claimed;
    private final long claim;
    private final List<Header> trace;
    private final InFlight.@Nullable Account account;
    private long settingsToldAt;
    private boolean areSettingsTold;

    private Recording(
        byte[] key,
        long claim,
        Header settings,
        List<Header> trace,
        InFlight.@Nullable Account account) {
      this.key = key;
      this.settings = settings;
      this.claimed = AudioRecords.claimHeader(claim);
      this.claim = claim;
      this.trace = trace;
      this.account = account;
    }

    @Override
    public void samples(SampleIndex first, byte[] pcm, Receipt receipt) {
      publish(
          pcm,
          areSettingsDue()
              ? AudioRecords.chunkHeaders(first, settings, claimed)
              : AudioRecords.chunkHeaders(first, claimed),
          receipt);
    }

    @Override
    public void changed(Receipt receipt) {
      publish(
          AudioRecords.changedValue(new RecorderChanged(claim)),
          AudioRecords.changedHeaders(),
          receipt);
    }

    @Override
    public void stopped(RecordingStopped stopped, Receipt receipt) {
      publish(
          AudioRecords.stoppedValue(stopped.saidBy(claim)),
          AudioRecords.stoppedHeaders(settings),
          receipt);
    }

    private boolean areSettingsDue() {
      long now = nanos.getAsLong();
      if (areSettingsTold && now - settingsToldAt < SETTINGS_EVERY.toNanos()) {
        return false;
      }
      areSettingsTold = true;
      settingsToldAt = now;
      return true;
    }

    private void publish(byte[] value, List<Header> headers, Receipt receipt) {
      send(
          account,
          new ProducerRecord<>(Topics.AUDIO, null, null, key, value, traced(headers)),
          receipt);
    }

    private List<Header> traced(List<Header> headers) {
      if (trace.isEmpty()) {
        return headers;
      }
      List<Header> all = new ArrayList<>(headers);
      all.addAll(trace);
      return all;
    }
  }
}
