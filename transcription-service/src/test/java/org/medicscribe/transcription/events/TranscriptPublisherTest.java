package org.medicscribe.transcription.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.TranscriptEvent.TranscriptCompleted;
import org.medicscribe.tracing.RecordTraces;

class TranscriptPublisherTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final TranscriptCompleted COMPLETED =
      new TranscriptCompleted(
          EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10"),
          SampleIndex.of(16_000),
          new EngineName("ruler", true));

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final MockProducer<byte[], byte[]> kafka =
      new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
  private final Headers audio =
      new RecordHeaders()
          .add(
              "traceparent",
              "00-%s-b7ad6b7169203331-01".formatted(TRACE).getBytes(StandardCharsets.UTF_8));

  @Test
  void shouldPublishInTheTraceOfTheAudioUntilKafkaHasIt() {
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
    publish(telemetry);
    boolean endedEarly = !spans.getFinishedSpanItems().isEmpty();
    kafka.completeNext();

    // Then
    assertThat(endedEarly).isFalse();
    SpanData sent = spans.getFinishedSpanItems().getFirst();
    assertThat(sent.getTraceId()).isEqualTo(TRACE);
    assertThat(kafka.history().getFirst().headers().lastHeader("traceparent").value())
        .asString()
        .isEqualTo("00-%s-%s-01".formatted(TRACE, sent.getSpanId()));
  }

  @Test
  void shouldAddNoHeaderWhereNobodyTraces() {
    // When
    publish(OpenTelemetry.noop());

    // Then
    assertThat(kafka.history().getFirst().headers()).isEmpty();
  }

  private void publish(OpenTelemetry telemetry) {
    var _ =
        new TranscriptPublisher(kafka, new RecordTraces(telemetry))
            .inTraceOf(audio)
            .publish(COMPLETED);
  }
}
