package org.medicscribe.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Reads {@code src/test/resources/golden}: the contracts as they were published. Never edited. */
final class GoldenFiles {

  private GoldenFiles() {}

  static JsonNode tree(String path) {
    try (InputStream file = GoldenFiles.class.getResourceAsStream("/golden/" + path)) {
      if (file == null) {
        throw new AssertionError("no golden file " + path);
      }
      return EventJson.mapper().readTree(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(JsonNode tree) {
    return tree.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }
}
