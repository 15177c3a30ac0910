package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medicscribe.simulators.SimulatorServer;

/** What the provider accepts as a chat completion, and what it says when it does not. */
final class ChatRules {

  /** What became of a request. */
  sealed interface Outcome {}

  record Accepted(ChatRequest request) implements Outcome {}

  record Refused(ApiError error) implements Outcome {}

  private static final Pattern SCHEMA_NAME = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

  private static final Set<String> KNOWN =
      Set.of(
          "messages",
          "model",
          "stream",
          "stream_options",
          "response_format",
          "temperature",
          "top_p",
          "n",
          "seed",
          "stop",
          "user",
          "safety_identifier",
          "prompt_cache_key",
          "metadata",
          "store",
          "service_tier",
          "max_tokens",
          "max_completion_tokens",
          "presence_penalty",
          "frequency_penalty",
          "logit_bias",
          "logprobs",
          "top_logprobs",
          "reasoning_effort",
          "verbosity",
          "modalities",
          "tools",
          "tool_choice",
          "parallel_tool_calls");

  private static final Set<String> SAMPLING =
      Set.of("temperature", "top_p", "presence_penalty", "frequency_penalty", "logprobs");

  private final List<OpenAiOptions.Model> models;

  ChatRules(List<OpenAiOptions.Model> models) {
    this.models = models;
  }

  Outcome judge(byte[] bytes) {
    JsonNode body;
    try {
      body = SimulatorServer.JSON.readTree(bytes);
    } catch (IOException e) {
      return refused("We could not parse the JSON body of your request.", null, null);
    }
    String model = body.path("model").asText();
    if (model.isEmpty()) {
      return refused("you must provide a model parameter", null, null);
    }
    Optional<OpenAiOptions.Model> known =
        models.stream().filter(candidate -> candidate.id().equals(model)).findFirst();
    if (known.isEmpty()) {
      return new Refused(ApiError.modelNotFound(model));
    }
    ApiError error = firstError(body, known.get());
    return error == null ? new Accepted(accepted(body, model)) : new Refused(error);
  }

  private static ChatRequest accepted(JsonNode body, String model) {
    JsonNode schema = body.at("/response_format/json_schema/schema");
    int maxTokens =
        body.path("max_completion_tokens").asInt(body.path("max_tokens").asInt(Integer.MAX_VALUE));
    return new ChatRequest(
        model,
        body.path("stream").asBoolean(),
        body.at("/stream_options/include_usage").asBoolean(),
        schema.isObject() ? schema : null,
        maxTokens,
        body);
  }

  private static @Nullable ApiError firstError(JsonNode body, OpenAiOptions.Model model) {
    for (var field : body.properties()) {
      if (!KNOWN.contains(field.getKey())) {
        return ApiError.invalid(
            "Unrecognized request argument supplied: " + field.getKey(), null, null);
      }
    }
    JsonNode messages = body.path("messages");
    if (!messages.isArray() || messages.isEmpty()) {
      return ApiError.invalid(
          "Invalid 'messages': empty array. Expected an array with minimum length 1, but got an"
              + " empty array instead.",
          "messages",
          "empty_array");
    }
    if (body.has("stream_options") && !body.path("stream").asBoolean()) {
      return ApiError.invalid(
          "The 'stream_options' parameter is only allowed when 'stream' is enabled.",
          "stream_options",
          null);
    }
    ApiError sampling = sampling(body, model);
    return sampling == null ? responseFormat(body) : sampling;
  }

  private static @Nullable ApiError sampling(JsonNode body, OpenAiOptions.Model model) {
    if (!model.reasons()) {
      return body.has("reasoning_effort")
          ? ApiError.invalid("Unrecognized request argument supplied: reasoning_effort", null, null)
          : null;
    }
    if (body.has("max_tokens")) {
      return ApiError.invalid(
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use"
              + " 'max_completion_tokens' instead.",
          "max_tokens",
          "unsupported_parameter");
    }
    boolean thinks = !body.path("reasoning_effort").asText("medium").equals("none");
    for (String name : SAMPLING) {
      if (thinks && body.has(name)) {
        return ApiError.invalid(
            "Unsupported parameter: '" + name + "' is not supported with this model.",
            name,
            "unsupported_parameter");
      }
    }
    return null;
  }

  private static @Nullable ApiError responseFormat(JsonNode body) {
    JsonNode format = body.path("response_format");
    if (format.isMissingNode()) {
      return null;
    }
    return switch (format.path("type").asText()) {
      case "text", "json_object" -> null;
      case "json_schema" -> jsonSchema(format.path("json_schema"));
      default ->
          ApiError.invalid(
              "Invalid value: '"
                  + format.path("type").asText()
                  + "'. Supported values are: 'json_object', 'json_schema', and 'text'.",
              "response_format.type",
              "invalid_value");
    };
  }

  private static @Nullable ApiError jsonSchema(JsonNode format) {
    String name = format.path("name").asText();
    if (!SCHEMA_NAME.matcher(name).matches()) {
      return ApiError.invalid(
          "Invalid 'response_format.json_schema.name': string does not match pattern. Expected a"
              + " string that matches the pattern '^[a-zA-Z0-9_-]+$'.",
          "response_format.json_schema.name",
          "invalid_value");
    }
    if (!format.path("schema").isObject()) {
      return ApiError.invalid(
          "Missing required parameter: 'response_format.json_schema.schema'.",
          "response_format.json_schema.schema",
          "missing_required_parameter");
    }
    if (!format.path("strict").asBoolean()) {
      return null;
    }
    return StrictSchema.violation(format.path("schema"))
        .map(violation ->
            ApiError.invalid(
                "Invalid schema for response_format '" + name + "': " + violation,
                "response_format",
                null))
        .orElse(null);
  }

  private static Refused refused(String message, @Nullable String param, @Nullable String code) {
    return new Refused(ApiError.invalid(message, param, code));
  }
}
