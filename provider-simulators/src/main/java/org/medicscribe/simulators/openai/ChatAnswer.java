package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medicscribe.simulators.faults.Fault;

/**
 * One answer in both of its forms on the wire: whole, and as events.
 *
 * @param text the content, or the refusal when {@code declined}
 */
record ChatAnswer(
    String id,
    String model,
    long created,
    String text,
    boolean declined,
    String finishReason,
    int promptTokens,
    boolean includeUsage) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** About what a token is in English. */
  private static final int CHARACTERS_PER_TOKEN = 4;

  private static final int TOKENS_PER_CHUNK = 6;

  /** What the model would say, as far as the fault lets it. */
  static ChatAnswer of(ChatRequest request, String content, @Nullable Fault fault) {
    String text = content;
    String finishReason = "stop";
    boolean declined = false;
    if (fault instanceof Fault.Decline decline) {
      text = decline.refusal();
      declined = true;
    } else if (fault instanceof Fault.Truncate || fault instanceof Fault.ContentFilter) {
      text = content.substring(0, content.length() / 2);
      finishReason = fault instanceof Fault.Truncate ? "length" : "content_filter";
    } else if (tokens(content) > request.maxTokens()) {
      text = content.substring(0, request.maxTokens() * CHARACTERS_PER_TOKEN);
      finishReason = "length";
    }
    return new ChatAnswer(
        "chatcmpl-" + UUID.randomUUID().toString().replace("-", ""),
        request.model() + "-2026-04-14",
        System.currentTimeMillis() / 1000,
        text,
        declined,
        finishReason,
        tokens(request.body().path("messages").toString()),
        request.includeUsage());
  }

  ObjectNode whole() {
    ObjectNode message = NODES.objectNode().put("role", "assistant");
    message.put("content", declined ? null : text);
    message.put("refusal", declined ? text : null);
    message.putArray("annotations");
    ObjectNode answer = head("chat.completion");
    answer.putArray("choices").add(choice("message", message, finishReason));
    answer.set("usage", usage());
    return answer;
  }

  /** Every event but the mark of the end. */
  List<ObjectNode> chunks() {
    List<ObjectNode> chunks = new ArrayList<>();
    String field = declined ? "refusal" : "content";
    ObjectNode first = NODES.objectNode().put("role", "assistant").put(field, "");
    if (!declined) {
      first.putNull("refusal");
    }
    chunks.add(chunk(first, null));
    int size = CHARACTERS_PER_TOKEN * TOKENS_PER_CHUNK;
    for (int at = 0; at < text.length(); at += size) {
      String piece = text.substring(at, Math.min(text.length(), at + size));
      chunks.add(chunk(NODES.objectNode().put(field, piece), null));
    }
    chunks.add(chunk(NODES.objectNode(), finishReason));
    if (includeUsage) {
      ObjectNode last = head("chat.completion.chunk");
      last.putArray("choices");
      last.set("usage", usage());
      chunks.add(last);
    }
    return chunks;
  }

  private ObjectNode chunk(ObjectNode delta, @Nullable String reason) {
    ObjectNode chunk = head("chat.completion.chunk");
    ArrayNode choices = chunk.putArray("choices");
    choices.add(choice("delta", delta, reason));
    if (includeUsage) {
      chunk.putNull("usage");
    }
    return chunk;
  }

  private static ObjectNode choice(String name, ObjectNode said, @Nullable String reason) {
    ObjectNode choice = NODES.objectNode().put("index", 0);
    choice.set(name, said);
    choice.putNull("logprobs");
    return choice.put("finish_reason", reason);
  }

  private ObjectNode head(String object) {
    return NODES
        .objectNode()
        .put("id", id)
        .put("object", object)
        .put("created", created)
        .put("model", model)
        .put("service_tier", "default")
        .put("system_fingerprint", "fp_simulated");
  }

  private ObjectNode usage() {
    int completion = tokens(text);
    ObjectNode usage =
        NODES
            .objectNode()
            .put("prompt_tokens", promptTokens)
            .put("completion_tokens", completion)
            .put("total_tokens", promptTokens + completion);
    usage.putObject("prompt_tokens_details").put("cached_tokens", 0).put("audio_tokens", 0);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", 0)
        .put("audio_tokens", 0)
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
    return usage;
  }

  private static int tokens(String text) {
    return (text.length() + CHARACTERS_PER_TOKEN - 1) / CHARACTERS_PER_TOKEN;
  }
}
