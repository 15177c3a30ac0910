package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plainest JSON that a strict schema allows: first choices, empty texts, shortest arrays. */
final class SchemaSample {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final JsonNode root;

  SchemaSample(JsonNode root) {
    this.root = root;
  }

  JsonNode of(JsonNode schema) {
    JsonNode resolved = resolve(schema);
    if (resolved.has("const")) {
      return resolved.path("const");
    }
    if (resolved.path("enum").has(0)) {
      return resolved.path("enum").get(0);
    }
    if (resolved.path("anyOf").has(0)) {
      return of(resolved.path("anyOf").get(0));
    }
    JsonNode types = resolved.path("type");
    return switch (types.isArray() ? types.path(0).asText() : types.asText()) {
      case "object" -> object(resolved);
      case "array" -> array(resolved);
      case "integer" -> NODES.numberNode(resolved.path("minimum").asLong(0));
      case "number" -> NODES.numberNode(resolved.path("minimum").asDouble(0));
      case "boolean" -> NODES.booleanNode(false);
      case "null" -> NODES.nullNode();
      default -> NODES.textNode("");
    };
  }

  /** Follows {@code $ref} to {@code #/$defs/...}. */
  JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.startsWith("#") ? root.at(reference.substring(1)) : schema;
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = NODES.objectNode();
    schema.path("properties").properties().forEach(e -> object.set(e.getKey(), of(e.getValue())));
    return object;
  }

  private ArrayNode array(JsonNode schema) {
    ArrayNode array = NODES.arrayNode();
    for (int i = 0; i < schema.path("minItems").asInt(0); i++) {
      array.add(of(schema.path("items")));
    }
    return array;
  }
}
