package org.medicscribe.transcription.speech.deepgram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the provider sends, as far as we use it; times are seconds from the stream's start. */
sealed interface DeepgramMessage {

  record Results(
      double start, double duration, boolean isFinal, List<HeardWord> words, String requestId)
      implements DeepgramMessage {

    @Override
    public String toString() {
      return "Results[" + start + "+" + duration + ", final=" + isFinal + "]";
    }
  }

  /** Said once, when all audio has been answered. */
  record Metadata(double duration, String requestId) implements DeepgramMessage {}

  /** {@code UtteranceEnd}, {@code SpeechStarted}, and whatever comes to be. */
  record Unused(String type) implements DeepgramMessage {}

  /** Not JSON, or not of the shape its type promises. */
  record Garbage() implements DeepgramMessage {}

  record HeardWord(
      String text, double start, double end, double confidence, @Nullable Integer speaker) {

    @Override
    public String toString() {
      return "HeardWord[" + start + ".." + end + "]";
    }
  }

  ObjectMapper JSON = new ObjectMapper();

  static DeepgramMessage parse(String text) {
    try {
      JsonNode message = JSON.readTree(text);
      String type = message.path("type").asText("");
      return switch (type) {
        case "" -> new Garbage();
        case "Results" -> results(message);
        case "Metadata" ->
            new Metadata(
                message.path("duration").asDouble(), message.path("request_id").asText(""));
        default -> new Unused(type);
      };
    } catch (JsonProcessingException e) {
      return new Garbage();
    }
  }

  private static DeepgramMessage results(JsonNode message) {
    JsonNode start = message.path("start");
    JsonNode duration = message.path("duration");
    if (!start.isNumber() || !duration.isNumber()) {
      return new Garbage();
    }
    List<HeardWord> words = new ArrayList<>();
    for (JsonNode word : message.path("channel").path("alternatives").path(0).path("words")) {
      String plain = word.path("word").asText("");
      String text = word.path("punctuated_word").asText(plain);
      if (!text.isBlank() && word.path("start").isNumber() && word.path("end").isNumber()) {
        words.add(
            new HeardWord(
                text,
                word.path("start").asDouble(),
                word.path("end").asDouble(),
                word.path("confidence").asDouble(),
                word.path("speaker").isInt() ? word.path("speaker").intValue() : null));
      }
    }
    return new Results(
        start.asDouble(),
        duration.asDouble(),
        message.path("is_final").asBoolean(),
        words,
        message.path("metadata").path("request_id").asText(""));
  }
}
