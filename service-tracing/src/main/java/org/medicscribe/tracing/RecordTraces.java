package org.medicscribe.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.opentelemetry.runtime.config.runtime.OTelRuntimeConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.EncounterId;

/**
 * The trace of a visit, carried from record to record in their headers.
 *
 * <p>Where tracing is off, a trace is empty, has no headers, and its spans are nothing. A span says
 * which encounter and which topic, never what was said or whose visit it is. Thread-safe.
 */
@Singleton
public class RecordTraces {

  private static final AttributeKey<String> ENCOUNTER =
      AttributeKey.stringKey("medicscribe.encounter.id");
  private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
  private static final AttributeKey<String> TOPIC =
      AttributeKey.stringKey("messaging.destination.name");
  private static final HeaderReader READER = new HeaderReader();
  private static final FieldWriter WRITER = new FieldWriter();

  private final Tracer tracer;
  private final TextMapPropagator propagator;

  /** Switched off, Quarkus' own still makes spans and would have them put into headers. */
  @Inject
  RecordTraces(OpenTelemetry telemetry, OTelRuntimeConfig config) {
    this(config.sdkDisabled() ? OpenTelemetry.noop() : telemetry);
  }

  public RecordTraces(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("org.medicscribe");
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
  }

  /** The trace in which a record was sent. */
  public Context of(Headers headers) {
    return propagator.extract(Context.root(), headers, READER);
  }

  /** What a record has to carry so that its reader goes on with the trace. */
  public List<Header> headers(Context trace) {
    return fields(trace).entrySet().stream().map(RecordTraces::header).toList();
  }

  /** The same as texts, for a record that is written down before it is sent. */
  public Map<String, String> fields(Context trace) {
    Map<String, String> fields = new HashMap<>();
    propagator.inject(trace, fields, WRITER);
    return fields;
  }

  /** Begins to send something about an encounter; {@link #end} is called once Kafka has it. */
  public Span send(String topic, Context trace, EncounterId encounter) {
    return tracer
        .spanBuilder("send " + topic)
        .setSpanKind(SpanKind.PRODUCER)
        .setParent(trace)
        .setAttribute(SYSTEM, "kafka")
        .setAttribute(TOPIC, topic)
        .setAttribute(ENCOUNTER, encounter.toString())
        .startSpan();
  }

  /** Begins a piece of work for an encounter. */
  public Span work(String name, Context trace, EncounterId encounter) {
    return tracer
        .spanBuilder(name)
        .setParent(trace)
        .setAttribute(ENCOUNTER, encounter.toString())
        .startSpan();
  }

  /** The message of a failure may quote what was said; only its kind is told. */
  public void end(Span span, @Nullable Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }
    span.end();
  }

  private static Header header(Map.Entry<String, String> field) {
    return new RecordHeader(field.getKey(), field.getValue().getBytes(StandardCharsets.UTF_8));
  }
}
