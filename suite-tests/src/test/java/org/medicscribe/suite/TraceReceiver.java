package org.medicscribe.suite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Stands in for a collector of traces: OTLP over HTTP. */
final class TraceReceiver implements AutoCloseable {

  /** One span as it came, with the service it came from. */
  record Received(String service, Span span) {

    String trace() {
      return HexFormat.of().formatHex(span.getTraceId().toByteArray());
    }

    String name() {
      return span.getName();
    }

    String topic() {
      return find(span.getAttributesList(), "messaging.destination.name");
    }

    /** The names of what it says. */
    List<String> attributes() {
      return span.getAttributesList().stream().map(KeyValue::getKey).toList();
    }

    /** All that it says. */
    String text() {
      return span.toString();
    }

    private boolean isRoot() {
      return span.getParentSpanId().isEmpty();
    }
  }

  private final HttpServer server =
      HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  private final List<Received> spans = new CopyOnWriteArrayList<>();

  TraceReceiver() throws IOException {
    server.createContext("/v1/traces", this::receive);
    server.start();
  }

  /** What a service needs to know to send its traces here, soon after they are made. */
  Map<String, String> environment() {
    return Map.of(
        "OTEL_SDK_DISABLED", "false",
        "OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf",
        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:" + server.getAddress().getPort(),
        "QUARKUS_OTEL_BSP_SCHEDULE_DELAY", "100ms");
  }

  List<Received> spans() {
    return List.copyOf(spans);
  }

  /**
   * From the beginning of a trace to the first span that is looked for, by what it was caused by;
   * empty while something of it has not come.
   */
  List<Received> wayTo(BiPredicate<Received, Received> isWanted) {
    for (Received span : spans) {
      Optional<Received> cause = causeOf(span);
      if (cause.isPresent() && isWanted.test(span, cause.get())) {
        Deque<Received> way = new ArrayDeque<>(List.of(span));
        while (cause.isPresent()) {
          way.addFirst(cause.get());
          cause = causeOf(cause.get());
        }
        return way.getFirst().isRoot() ? List.copyOf(way) : List.of();
      }
    }
    return List.of();
  }

  private Optional<Received> causeOf(Received received) {
    return spans.stream()
        .filter(other -> other.span.getSpanId().equals(received.span.getParentSpanId()))
        .findFirst();
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      ExportTraceServiceRequest.parseFrom(exchange.getRequestBody()).getResourceSpansList().stream()
          .flatMap(resource ->
              resource.getScopeSpansList().stream()
                  .flatMap(scope -> scope.getSpansList().stream())
                  .map(span -> new Received(service(resource.getResource()), span)))
          .forEach(spans::add);
      exchange.sendResponseHeaders(200, -1);
    }
  }

  private static String service(Resource resource) {
    return find(resource.getAttributesList(), "service.name");
  }

  private static String find(List<KeyValue> attributes, String name) {
    return attributes.stream()
        .filter(attribute -> attribute.getKey().equals(name))
        .flatMap(attribute -> Stream.of(attribute.getValue().getStringValue()))
        .findFirst()
        .orElse("");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
