package org.medicscribe.gateway.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.audio.AudioPublisher.Publication;
import org.medicscribe.gateway.audio.AudioPublisher.RecordingAudio;
import org.medicscribe.gateway.memory.GatewayMemory;
import org.medicscribe.gateway.surroundings.Configs;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.tracing.RecordTraces;

class KafkaAudioPublisherTest {

  private static final EncounterId ENCOUNTER =
      EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final long CLAIM = 2;
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final MockProducer<byte[], byte[]> away =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final AudioMetrics metrics = new AudioMetrics(new SimpleMeterRegistry());
  private final AudioPublisherConfig config = Configs.read(AudioPublisherConfig.class, Map.of());
  private final OpenReceipts receipts = new OpenReceipts(config, metrics);
  private final List<Publication> answers = new ArrayList<>();
  private final GatewayMemory memory = new GatewayMemory(new MemoryBudget(10_000_000));
  private long now;

  @Test
  void shouldSendAllOfARecordingInOneTraceWithOneSpan() {
    // Given
    OpenTelemetry telemetry =
        OpenTelemetrySdk.builder()
            .setTracerProvider(
                SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                    .build())
            .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
            .build();

    // When
    record(telemetry);

    // Then
    assertThat(spans.getFinishedSpanItems()).hasSize(1);
    SpanData begun = spans.getFinishedSpanItems().getFirst();
    assertThat(kafka.history())
        .hasSize(3)
        .allSatisfy(sent ->
            assertThat(text(sent.headers().lastHeader("traceparent")))
                .isEqualTo("00-%s-%s-01".formatted(begun.getTraceId(), begun.getSpanId())));
  }

  @Test
  void shouldSendNothingMoreThanTheAudioWhereNobodyTraces() {
    // When
    record(OpenTelemetry.noop());

    // Then
    assertThat(kafka.history())
        .map(KafkaAudioPublisherTest::names)
        .containsExactly(
            List.of("type", "first-sample", "settings", "claim"),
            List.of("type", "first-sample", "claim"),
            List.of("type", "settings"));
  }

  @Test
  void shouldAnswerInTimeAndYetLeaveNoFrameOut() {
    // Given
    RecordingAudio audio = open(away, OpenTelemetry.noop());
    audio.samples(SampleIndex.ZERO, new byte[3200], answers::add);

    // When
    receipts.answerOverdue(System.nanoTime() + PATIENCE.plusSeconds(1).toNanos());
    audio.samples(SampleIndex.of(1600), new byte[3200], answers::add);

    // Then what waits is still sent, and nothing goes out that might overtake it
    assertThat(answers).containsExactly(Publication.FAILED, Publication.FAILED);
    assertThat(away.history()).hasSize(1);
    away.completeNext();
    assertThat(answers).hasSize(2);
    audio.samples(SampleIndex.ZERO, new byte[3200], answers::add);
    away.completeNext();
    assertThat(answers).hasSize(3).last().isEqualTo(Publication.SAFE);
  }

  @Test
  void shouldAskAgainAfterAFrameThatKafkaRefusesAtLast() {
    // Given
    RecordingAudio audio = open(away, OpenTelemetry.noop());
    audio.samples(SampleIndex.ZERO, new byte[3200], answers::add);
    receipts.answerOverdue(System.nanoTime() + PATIENCE.plusSeconds(1).toNanos());

    // When
    away.errorNext(new KafkaException("no"));
    audio.samples(SampleIndex.ZERO, new byte[3200], answers::add);
    away.completeNext();

    // Then
    assertThat(answers).containsExactly(Publication.FAILED, Publication.SAFE);
  }

  @Test
  void shouldGoOnThoughKafkaAnswersWhileAFrameIsGivenUp() {
    // Given
    RecordingAudio audio = open(away, OpenTelemetry.noop());
    audio.samples(SampleIndex.ZERO, new byte[3200], _ -> assertThat(away.completeNext()).isTrue());

    // When
    receipts.answerOverdue(System.nanoTime() + PATIENCE.plusSeconds(1).toNanos());

    // Then
    assertThat(receipts.isStalled()).isFalse();
  }

  @Test
  void shouldWaitForAFrameThatIsNotOverdue() {
    // Given
    open(away, OpenTelemetry.noop()).samples(SampleIndex.ZERO, new byte[3200], answers::add);

    // When
    receipts.answerOverdue(System.nanoTime());

    // Then
    assertThat(answers).isEmpty();
    assertThat(receipts.isStalled()).isFalse();
  }

  @Test
  void shouldSayWhoseStopItIs() {
    // Given
    RecordingStopped stopped = new RecordingStopped(SampleIndex.of(3200), StopReason.STOPPED);

    // When
    open(kafka, OpenTelemetry.noop()).stopped(stopped, _ -> {});

    // Then
    ProducerRecord<byte[], byte[]> sent = kafka.history().getLast();
    assertThat(AudioRecords.read(sent.headers(), sent.value()))
        .isEqualTo(new Decoded.Known<AudioEvent>(stopped.saidBy(CLAIM)));
  }

  @Test
  void shouldTellTheSettingsFirstThenEveryTwoSecondsAndAtTheEnd() {
    // Given
    RecordingAudio audio = open(kafka, OpenTelemetry.noop());

    // When
    for (int i = 0; i < 50; i++) {
      audio.samples(SampleIndex.of(1_600L * i), new byte[3200], _ -> {});
      now += Duration.ofMillis(100).toNanos();
    }
    audio.stopped(new RecordingStopped(SampleIndex.of(80_000), StopReason.STOPPED), _ -> {});

    // Then
    List<Integer> telling =
        IntStream.range(0, 51)
            .filter(i -> AudioRecords.hasSettings(kafka.history().get(i).headers()))
            .boxed()
            .toList();
    assertThat(telling).containsExactly(0, 20, 40, 50);
  }

  @Test
  void shouldSayThatItIsBusyWhenMemoryIsFull() {
    // Given
    RecordingAudio audio = open(away, OpenTelemetry.noop());

    // When
    for (int i = 0; i < 10_000 && answers.isEmpty(); i++) {
      audio.samples(SampleIndex.of(1_600L * i), new byte[3200], answers::add);
    }

    // Then
    assertThat(answers).containsExactly(Publication.BUSY);
    assertThat(memory.recordings().used()).isLessThanOrEqualTo(memory.recordings().ceiling());
  }

  private RecordingAudio open(Producer<byte[], byte[]> producer, OpenTelemetry telemetry) {
    return new KafkaAudioPublisher(
            producer,
            metrics,
            new RecordTraces(telemetry),
            receipts,
            new InFlight(memory),
            () -> now)
        .open(ENCOUNTER, new RecordingSettings("en", List.of()), CLAIM, AudioPublisher.Source.LIVE);
  }

  private void record(OpenTelemetry telemetry) {
    RecordingAudio audio = open(kafka, telemetry);
    audio.samples(SampleIndex.ZERO, new byte[3200], _ -> {});
    audio.samples(SampleIndex.of(1600), new byte[3200], _ -> {});
    audio.stopped(new RecordingStopped(SampleIndex.of(3200), StopReason.STOPPED), _ -> {});
  }

  private static List<String> names(ProducerRecord<byte[], byte[]> sent) {
    return Arrays.stream(sent.headers().toArray()).map(Header::key).toList();
  }

  private static String text(Header header) {
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
