package org.medicscribe.devstack.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;

/** What the gateway says on the socket, and that it fell silent. */
public sealed interface Incoming {

  /** The recorder may send, from {@code next} on. */
  record Ready(long next, long windowSamples, int maxFrameSamples) implements Incoming {}

  /** Everything before {@code through} is safe. */
  record Ack(long through) implements Incoming {}

  record Interim(long start, @Nullable String speaker, String text) implements Incoming {
    @Override
    public String toString() {
      return "Interim[" + start + "]";
    }
  }

  record Heard(SampleIndex from, SampleIndex through, List<Segment> segments) implements Incoming {
    public Heard {
      segments = List.copyOf(segments);
    }
  }

  record Delay(long behindMillis, String reason) implements Incoming {}

  record Stopped(long totalSamples) implements Incoming {}

  /** A draft is there, or could not be made. */
  record NoteEnded() implements Incoming {}

  record Failed(Problem problem, @Nullable Long expected) implements Incoming {}

  record Closed(int code) implements Incoming {}

  /** Something this client has no use for. */
  record Other() implements Incoming {}

  ObjectMapper JSON = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  static Incoming parse(String frame) throws IOException {
    JsonNode json = JSON.readTree(frame);
    return switch (json.path("type").asText()) {
      case "ready" ->
          new Ready(
              json.path("next").asLong(),
              json.path("windowSamples").asLong(),
              json.path("maxFrameSamples").asInt());
      case "ack" -> new Ack(json.path("through").asLong());
      case "interim" ->
          new Interim(
              json.path("start").asLong(),
              json.path("speaker").asText(null),
              json.path("text").asText());
      case "segment" ->
          new Heard(
              new SampleIndex(json.path("from").asLong()),
              new SampleIndex(json.path("through").asLong()),
              segments(json.path("segments")));
      case "delay" -> new Delay(json.path("behindMillis").asLong(), json.path("reason").asText());
      case "stopped" -> new Stopped(json.path("totalSamples").asLong());
      case "note" -> new NoteEnded();
      case "failed" ->
          new Failed(
              Problem.of(json.path("problem")),
              json.hasNonNull("expected") ? json.path("expected").asLong() : null);
      default -> new Other();
    };
  }

  static List<Segment> segments(JsonNode array) throws IOException {
    List<Segment> segments = new ArrayList<>();
    for (JsonNode segment : array) {
      segments.add(JSON.treeToValue(segment, Segment.class));
    }
    return segments;
  }
}
