package org.medicscribe.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * The wire form of {@link AudioEvent}: raw samples are the record's value, everything about them
 * stands in its headers, so that audio is neither encoded nor copied.
 */
public final class AudioRecords {

  public static final String TYPE = "type";
  public static final String FIRST_SAMPLE = "first-sample";
  public static final String SETTINGS = "settings";
  public static final String CLAIM = "claim";

  public static final String CHUNK = "audio-chunk";
  public static final String STOPPED = "recording-stopped";
  public static final String CHANGED = "recorder-changed";

  private static final Header CHUNK_TYPE = header(TYPE, CHUNK.getBytes(StandardCharsets.UTF_8));
  private static final Header STOPPED_TYPE = header(TYPE, STOPPED.getBytes(StandardCharsets.UTF_8));
  private static final Header CHANGED_TYPE = header(TYPE, CHANGED.getBytes(StandardCharsets.UTF_8));
  private static final ObjectMapper JSON = EventJson.mapper();

  private AudioRecords() {}

  /** The settings as a header; made once per recording and shared by those that tell them. */
  public static Header settingsHeader(RecordingSettings settings) {
    return header(SETTINGS, bytes(settings));
  }

  /** The claim of the recorder as a header; made once, like {@link #settingsHeader}. */
  public static Header claimHeader(long claim) {
    return header(CLAIM, bytes(claim));
  }

  /** The headers of a chunk, whose value is its samples. */
  public static List<Header> chunkHeaders(SampleIndex first, Header claim) {
    return List.of(CHUNK_TYPE, header(FIRST_SAMPLE, bytes(first.value())), claim);
  }

  /** The headers of a chunk that tells the settings again. */
  public static List<Header> chunkHeaders(SampleIndex first, Header settings, Header claim) {
    return List.of(CHUNK_TYPE, header(FIRST_SAMPLE, bytes(first.value())), settings, claim);
  }

  public static List<Header> stoppedHeaders() {
    return List.of(STOPPED_TYPE);
  }

  /** Of a stop that tells the settings again, for whoever reads it first. */
  public static List<Header> stoppedHeaders(Header settings) {
    return List.of(STOPPED_TYPE, settings);
  }

  public static byte[] stoppedValue(AudioEvent.RecordingStopped stopped) {
    return bytes(stopped);
  }

  public static List<Header> changedHeaders() {
    return List.of(CHANGED_TYPE);
  }

  public static byte[] changedValue(AudioEvent.RecorderChanged changed) {
    return bytes(changed);
  }

  /** Whether a record tells the settings; a recorder's first does, and then one now and again. */
  public static boolean hasSettings(Headers headers) {
    return headers.lastHeader(SETTINGS) != null;
  }

  /** The settings of a chunk; read once per recording, when a recogniser is opened for it. */
  public static Decoded<RecordingSettings> readSettings(Headers headers) {
    Header settings = headers.lastHeader(SETTINGS);
    if (settings == null) {
      return new Decoded.Malformed<>("no settings");
    }
    try {
      return new Decoded.Known<>(JSON.readValue(settings.value(), RecordingSettings.class));
    } catch (IOException e) {
      return new Decoded.Malformed<>("settings: " + e.getClass().getSimpleName());
    }
  }

  /** Reads a record; the chunk's samples are {@code value} itself, not a copy. */
  public static Decoded<AudioEvent> read(Headers headers, byte @Nullable [] value) {
    Header typeHeader = headers.lastHeader(TYPE);
    if (typeHeader == null || value == null) {
      return new Decoded.Malformed<>("no type or no value");
    }
    String type = new String(typeHeader.value(), StandardCharsets.UTF_8);
    try {
      return switch (type) {
        case CHUNK -> new Decoded.Known<>(chunk(headers, value));
        case STOPPED ->
            new Decoded.Known<>(JSON.readValue(value, AudioEvent.RecordingStopped.class));
        case CHANGED ->
            new Decoded.Known<>(JSON.readValue(value, AudioEvent.RecorderChanged.class));
        default -> new Decoded.UnknownType<>(type);
      };
    } catch (IOException | IllegalArgumentException e) {
      return new Decoded.Malformed<>(type + ": " + e.getClass().getSimpleName());
    }
  }

  private static AudioEvent.AudioChunk chunk(Headers headers, byte[] value) {
    Header first = headers.lastHeader(FIRST_SAMPLE);
    if (first == null) {
      throw new IllegalArgumentException("no position");
    }
    Header claim = headers.lastHeader(CLAIM);
    return new AudioEvent.AudioChunk(
        SampleIndex.of(number(first)),
        ByteBuffer.wrap(value),
        claim == null ? AudioEvent.AudioChunk.UNCOUNTED : number(claim));
  }

  private static long number(Header header) {
    if (header.value().length != Long.BYTES) {
      throw new IllegalArgumentException(header.key() + " is no number");
    }
    return ByteBuffer.wrap(header.value()).getLong();
  }

  private static byte[] bytes(long number) {
    return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
  }

  private static Header header(String name, byte[] value) {
    return new RecordHeader(name, value);
  }

  private static byte[] bytes(Object value) {
    try {
      return JSON.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a contract record cannot be written", e);
    }
  }
}
