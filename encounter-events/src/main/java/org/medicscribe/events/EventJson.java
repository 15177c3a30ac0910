package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes and reads the JSON events of one topic. Unknown fields are ignored, so a contract grows by
 * optional fields and by new types.
 */
public final class EventJson<T> {

  private static final ObjectMapper JSON = mapper();

  private final Class<T> topic;
  private final Map<String, Class<?>> types;

  private EventJson(Class<T> topic) {
    this.topic = topic;
    this.types =
        Arrays.stream(topic.getAnnotation(JsonSubTypes.class).value())
            .collect(Collectors.toUnmodifiableMap(JsonSubTypes.Type::name, t -> t.value()));
  }

  public static EventJson<TranscriptEvent> transcript() {
    return new EventJson<>(TranscriptEvent.class);
  }

  public static EventJson<NoteEvent> note() {
    return new EventJson<>(NoteEvent.class);
  }

  public static EventJson<LiveEvent> live() {
    return new EventJson<>(LiveEvent.class);
  }

  public byte[] write(T event) {
    try {
      return JSON.writerFor(topic).writeValueAsBytes(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contract record cannot be written", e);
    }
  }

  public Decoded<T> read(byte[] value) {
    try {
      JsonNode tree = JSON.readTree(value);
      String type = tree.path("type").asText("");
      if (type.isEmpty()) {
        return new Decoded.Malformed<>("no type");
      }
      return types.containsKey(type)
          ? new Decoded.Known<>(JSON.treeToValue(tree, topic))
          : new Decoded.UnknownType<>(type);
    } catch (IOException | IllegalArgumentException e) {
      return new Decoded.Malformed<>(e.getClass().getSimpleName());
    }
  }

  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }
}
