package org.medicscribe.soapnote.drafting.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts one answer together from the lines of its event stream. Fed by one thread at a time. Unknown
 * fields and empty choices are ignored: servers differ.
 */
final class ChatCollector {

  private static final String DATA = "data:";
  private static final String DONE = "[DONE]";

  /** A note is a few kilobytes; a server that never stops must not fill the memory. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer<String> listener;
  private final StringBuilder content = new StringBuilder();
  private boolean declined;
  private boolean done;
  private String finish = "";
  private @Nullable ChatAnswer failure;

  /**
   * @param listener told each piece of the answer, in order
   */
  ChatCollector(Consumer<String> listener) {
    this.listener = listener;
  }

  /** False when no further line is wanted. */
  boolean accept(String line) {
    if (line.startsWith(DATA)) {
      String data = line.substring(DATA.length()).strip();
      if (data.equals(DONE)) {
        done = true;
      } else if (!data.isEmpty()) {
        read(data);
      }
    }
    return !done && failure == null;
  }

  private void read(String data) {
    try {
      JsonNode chunk = JSON.readTree(data);
      if (chunk.hasNonNull("error")) {
        failure =
            new ChatAnswer.ProviderError(
                chunk.path("error").path("status").asInt(200), errorCode(chunk), Optional.empty());
        return;
      }
      JsonNode choice = chunk.path("choices").path(0);
      append(choice.path("delta").path("content").asText(""));
      declined |= !choice.path("delta").path("refusal").asText("").isEmpty();
      finish = choice.path("finish_reason").asText(finish);
    } catch (JsonProcessingException garbage) {
      failure = new ChatAnswer.Garbage();
    }
  }

  private void append(String piece) {
    if (piece.isEmpty()) {
      return;
    }
    if (content.length() + piece.length() > MOST_CHARACTERS) {
      failure = new ChatAnswer.Garbage();
      return;
    }
    content.append(piece);
    listener.accept(piece);
  }

  boolean hasBegun() {
    return !content.isEmpty();
  }

  /** What it all came to, once the lines have ended. */
  ChatAnswer end() {
    if (failure != null) {
      return failure;
    }
    if (declined) {
      return new ChatAnswer.Declined();
    }
    return switch (finish) {
      case "stop" -> new ChatAnswer.Complete(content.toString());
      case "length" -> new ChatAnswer.CutOff();
      case "content_filter" -> new ChatAnswer.Filtered();
      case "", "null" -> new ChatAnswer.Broken();
      default -> new ChatAnswer.Garbage();
    };
  }

  /** The stable word for an error: its code, else its type. */
  static String errorCode(JsonNode body) {
    JsonNode error = body.path("error");
    String code = error.path("code").asText("");
    return code.isEmpty() || code.equals("null") ? error.path("type").asText("") : code;
  }
}
