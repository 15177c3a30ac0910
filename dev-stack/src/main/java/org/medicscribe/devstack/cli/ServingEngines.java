package org.medicscribe.devstack.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.util.stream.Collectors;
import org.medicscribe.devstack.client.Api;
import org.medicscribe.devstack.client.VisitFailure;

/** Which engines serve, in the words of whoever reads the console. */
record ServingEngines(String speech, String notes) {

  private static final Duration BETWEEN = Duration.ofMillis(100);
  private static final String UNKNOWN = "not known yet; the page tells as soon as it is";

  /**
   * Asks the gateway until it has heard of both engines, but no longer than this. It asks the
   * services itself, and those may have become ready only now.
   */
  static ServingEngines ask(Api api, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    JsonNode told = told(api);
    while (!(told.has("transcription") && told.has("note")) && System.nanoTime() < deadline) {
      Thread.sleep(BETWEEN);
      told = told(api);
    }
    return new ServingEngines(sentence(told.path("transcription")), sentence(told.path("note")));
  }

  private static JsonNode told(Api api) throws InterruptedException {
    try {
      return api.engines();
    } catch (VisitFailure notNow) {
      return MissingNode.getInstance();
    }
  }

  private static String sentence(JsonNode engine) {
    if (engine.isMissingNode()) {
      return UNKNOWN;
    }
    String languages =
        engine
            .path("languages")
            .valueStream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    return "%s, %s this installation (%s)"
        .formatted(
            engine.path("name").asText(),
            engine.path("embedded").asBoolean() ? "inside" : "outside",
            languages);
  }
}
