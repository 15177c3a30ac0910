package org.medicscribe.tracing;

import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Reads what a propagator asks for from the headers of a record. */
final class HeaderReader implements TextMapGetter<Headers> {

  @Override
  public Iterable<String> keys(Headers headers) {
    return Arrays.stream(headers.toArray()).map(Header::key).toList();
  }

  @Override
  public @Nullable String get(@Nullable Headers headers, String key) {
    Header header = headers == null ? null : headers.lastHeader(key);
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
