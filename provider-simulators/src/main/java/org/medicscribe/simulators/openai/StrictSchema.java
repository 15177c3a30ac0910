package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The subset of JSON Schema that the provider takes with {@code strict: true}; it refuses anything
 * else in these words.
 *
 * <p>Source: OpenAI's guide to structured outputs and messages of the service published by its
 * users.
 */
final class StrictSchema {

  private static final int DEEPEST = 5;

  private static final Set<String> NOT_PERMITTED =
      Set.of(
          "default",
          "oneOf",
          "allOf",
          "not",
          "if",
          "then",
          "else",
          "dependentRequired",
          "dependentSchemas",
          "patternProperties");

  private StrictSchema() {}

  static Optional<String> violation(JsonNode schema) {
    if (!schema.path("type").asText().equals("object")) {
      return Optional.of(
          "schema must be a JSON Schema of 'type: \"object\"', got 'type: \"%s\"'."
              .formatted(schema.path("type").asText("None")));
    }
    String found = check(schema, List.of(), 1);
    for (Map.Entry<String, JsonNode> definition : schema.path("$defs").properties()) {
      found = found != null ? found : check(definition.getValue(), List.of(definition.getKey()), 1);
    }
    return Optional.ofNullable(found);
  }

  private static @Nullable String check(JsonNode schema, List<String> path, int depth) {
    for (String keyword : NOT_PERMITTED) {
      if (schema.has(keyword)) {
        return context(path) + "'" + keyword + "' is not permitted.";
      }
    }
    for (JsonNode choice : schema.path("anyOf")) {
      String found = check(choice, with(path, "anyOf"), depth);
      if (found != null) {
        return found;
      }
    }
    if (hasType(schema, "array")) {
      return schema.path("items").isObject()
          ? check(schema.path("items"), with(path, "items"), depth)
          : context(path) + "array schema missing items.";
    }
    return hasType(schema, "object") ? object(schema, path, depth) : null;
  }

  private static @Nullable String object(JsonNode schema, List<String> path, int depth) {
    if (depth > DEEPEST) {
      return "%d levels of nesting exceeds limit of %d.".formatted(depth, DEEPEST);
    }
    JsonNode additional = schema.path("additionalProperties");
    if (!additional.isBoolean() || additional.asBoolean()) {
      return context(path) + "'additionalProperties' is required to be supplied and to be false.";
    }
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      if (!required.remove(property.getKey())) {
        return context(path)
            + "'required' is required to be supplied and to be an array including every key in"
            + " properties. Missing '"
            + property.getKey()
            + "'.";
      }
    }
    if (!required.isEmpty()) {
      return context(path)
          + "'required' is required to be supplied and to be an array including every key in"
          + " properties. Extra required key '"
          + required.iterator().next()
          + "' supplied.";
    }
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      List<String> inner = with(with(path, "properties"), property.getKey());
      String found = check(property.getValue(), inner, depth + 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private static boolean hasType(JsonNode schema, String type) {
    JsonNode types = schema.path("type");
    if (!types.isArray()) {
      return types.asText().equals(type);
    }
    for (JsonNode each : types) {
      if (each.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  private static List<String> with(List<String> path, String step) {
    List<String> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  /** As Python prints a tuple. */
  private static String context(List<String> path) {
    return "In context=("
        + path.stream().map(step -> "'" + step + "'").collect(Collectors.joining(", "))
        + (path.size() == 1 ? ",), " : "), ");
  }
}
