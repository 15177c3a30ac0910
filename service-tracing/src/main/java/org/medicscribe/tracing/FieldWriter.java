package org.medicscribe.tracing;

import io.opentelemetry.context.propagation.TextMapSetter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a propagator has to say into a map. */
final class FieldWriter implements TextMapSetter<Map<String, String>> {

  @Override
  public void set(@Nullable Map<String, String> fields, String name, String value) {
    if (fields != null) {
      fields.put(name, value);
    }
  }
}
