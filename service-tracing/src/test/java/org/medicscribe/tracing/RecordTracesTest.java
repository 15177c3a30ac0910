package org.medicscribe.tracing;

import static io.opentelemetry.api.common.AttributeKey.stringKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;

class RecordTracesTest {

  private static final EncounterId ENCOUNTER =
      EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");

  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final RecordTraces traces =
      new RecordTraces(
          OpenTelemetrySdk.builder()
              .setTracerProvider(
                  SdkTracerProvider.builder()
                      .addSpanProcessor(SimpleSpanProcessor.create(spans))
                      .build())
              .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
              .build());
  private final RecordTraces off = new RecordTraces(OpenTelemetry.noop());

  @Test
  void shouldGoOnWithTheTraceOfARecord() {
    // Given
    Span sending = traces.send("encounter-audio", Context.root(), ENCOUNTER);
    Headers headers = new RecordHeaders(traces.headers(Context.root().with(sending)));

    // When
    traces.end(traces.work("draft note", traces.of(headers), ENCOUNTER), null);

    // Then
    SpanData work = spans.getFinishedSpanItems().getFirst();
    assertThat(work.getTraceId()).isEqualTo(sending.getSpanContext().getTraceId());
    assertThat(work.getParentSpanId()).isEqualTo(sending.getSpanContext().getSpanId());
  }

  @Test
  void shouldBeginATraceOfItsOwnForARecordWithoutOne() {
    // When
    Span begun = traces.work("draft note", traces.of(new RecordHeaders()), ENCOUNTER);

    // Then
    assertThat(begun.getSpanContext().isValid()).isTrue();
  }

  @Test
  void shouldWriteTheSameDownAsItPutsIntoHeaders() {
    // Given
    Context trace = Context.root().with(traces.work("draft note", Context.root(), ENCOUNTER));

    // When
    Map<String, String> fields = traces.fields(trace);

    // Then
    assertThat(fields).containsOnlyKeys("traceparent");
    assertThat(traces.headers(trace))
        .singleElement()
        .satisfies(header -> {
          assertThat(header.key()).isEqualTo("traceparent");
          assertThat(header.value()).asString().isEqualTo(fields.get("traceparent"));
        });
  }

  @Test
  void shouldAddNothingToARecordWhereNobodyTraces() {
    // Given
    Headers traced =
        new RecordHeaders(
            traces.headers(
                Context.root().with(traces.work("draft note", Context.root(), ENCOUNTER))));

    // When
    Span span = off.send("encounter-audio", off.of(traced), ENCOUNTER);

    // Then
    assertThat(off.headers(Context.root().with(span))).isEmpty();
  }

  @Test
  void shouldTellTheKindOfAFailureAndNotItsWords() {
    // When
    traces.end(
        traces.send("encounter-transcript", Context.root(), ENCOUNTER),
        new IllegalStateException("the patient said so"));

    // Then
    SpanData failed = spans.getFinishedSpanItems().getFirst();
    assertThat(failed.getStatus().getDescription()).isEqualTo("IllegalStateException");
    assertThat(failed.getEvents()).isEmpty();
    assertThat(failed.getAttributes().asMap())
        .containsOnly(
            entry(stringKey("messaging.system"), "kafka"),
            entry(stringKey("messaging.destination.name"), "encounter-transcript"),
            entry(stringKey("medicscribe.encounter.id"), ENCOUNTER.toString()));
  }
}
