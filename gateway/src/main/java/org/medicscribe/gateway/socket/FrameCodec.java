package org.medicscribe.gateway.socket;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.SampleIndex;

/** Reads and writes frames. Thread-safe. */
public final class FrameCodec {

  private static final int POSITION_BYTES = Long.BYTES;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();
  private static final ObjectReader TREE = JSON.readerFor(JsonNode.class);
  private static final ObjectReader CLIENT = JSON.readerFor(ClientFrame.class);
  private static final ObjectWriter SERVER = JSON.writerFor(ServerFrame.class);

  private static final Set<String> CLIENT_TYPES =
      Arrays.stream(ClientFrame.class.getAnnotation(JsonSubTypes.class).value())
          .map(JsonSubTypes.Type::name)
          .collect(Collectors.toUnmodifiableSet());

  private final int maxText;

  /**
   * @param maxText characters of a text frame that is read at all
   */
  public FrameCodec(int maxText) {
    this.maxText = maxText;
  }

  /** Reads a text frame; a reason never repeats what was sent. */
  public Decoded<ClientFrame> read(String text) {
    if (text.length() > maxText) {
      return new Decoded.Malformed<>("too long");
    }
    try {
      JsonNode tree = TREE.readValue(text);
      if (!tree.path("type").isTextual()) {
        return new Decoded.Malformed<>("no type");
      }
      String type = tree.path("type").textValue();
      return CLIENT_TYPES.contains(type)
          ? new Decoded.Known<>(CLIENT.readValue(tree))
          : new Decoded.UnknownType<>(type);
    } catch (IOException | IllegalArgumentException e) {
      return new Decoded.Malformed<>(e.getClass().getSimpleName());
    }
  }

  /** Reads a binary frame; the samples are copied once, out of the socket's buffer. */
  public Decoded<ClientFrame> read(Buffer frame) {
    int pcmBytes = frame.length() - POSITION_BYTES;
    if (pcmBytes < SampleIndex.BYTES || pcmBytes % SampleIndex.BYTES != 0) {
      return new Decoded.Malformed<>("not a whole number of samples");
    }
    long first = frame.getLong(0);
    if (first < 0) {
      return new Decoded.Malformed<>("a negative position");
    }
    return new Decoded.Known<>(
        new ClientFrame.Audio(
            SampleIndex.of(first), frame.getBytes(POSITION_BYTES, frame.length())));
  }

  public String write(ServerFrame frame) {
    try {
      return SERVER.writeValueAsString(frame);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a frame of ours cannot be written", e);
    }
  }
}
