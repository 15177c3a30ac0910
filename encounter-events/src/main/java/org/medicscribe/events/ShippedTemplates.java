package org.medicscribe.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The templates that every installation has: the files of {@code templates}, in the order of {@code
 * index.json}.
 */
public final class ShippedTemplates {

  private static final ObjectMapper JSON = EventJson.mapper();
  private static final List<NoteTemplate> ALL =
      read("index", new TypeReference<List<String>>() {}).stream()
          .map(id -> read(id, new TypeReference<NoteTemplate>() {}))
          .toList();

  private ShippedTemplates() {}

  public static List<NoteTemplate> all() {
    return ALL;
  }

  /** What is written where nobody chose. */
  public static NoteTemplate standard() {
    return ALL.getFirst();
  }

  public static Optional<NoteTemplate> find(@Nullable String id) {
    return ALL.stream().filter(template -> template.id().equals(id)).findFirst();
  }

  private static <T> T read(String name, TypeReference<T> type) {
    try (InputStream in =
        ShippedTemplates.class.getResourceAsStream("/templates/" + name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("no template " + name);
      }
      return JSON.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException("the template " + name + " cannot be read", e);
    }
  }
}
