package org.medicscribe.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.simulators.SimulatorServer;

class StrictSchemaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'array','items':{'type':'string'}} | schema must be a JSON Schema of 'type:"
            + " \"object\"'",
        "{'type':'object','properties':{},'required':[]} | In context=(), 'additionalProperties' is"
            + " required",
        "{'type':'object','properties':{'a':{'type':'string'}},'required':[],'additionalProperties':"
            + "false} | Missing 'a'.",
        "{'type':'object','properties':{},'required':['b'],'additionalProperties':false} | Extra"
            + " required key 'b'",
        "{'type':'object','properties':{'a':{'type':'string','default':''}},'required':['a'],"
            + "'additionalProperties':false} | In context=('properties', 'a'), 'default' is not"
            + " permitted.",
        "{'type':'object','properties':{'a':{'type':'array'}},'required':['a'],"
            + "'additionalProperties':false} | array schema missing items",
        "{'type':'object','properties':{'a':{'type':['object','null'],'properties':{}}},"
            + "'required':['a'],'additionalProperties':false} | In context=('properties', 'a'),"
            + " 'additionalProperties' is required"
      })
  void shouldNameWhatIsOutsideTheSubset(String schema, String complaint) throws Exception {
    assertThat(StrictSchema.violation(json(schema)).orElseThrow()).contains(complaint);
  }

  @Test
  void shouldTakeFiveLevelsAndNoMore() throws Exception {
    assertThat(StrictSchema.violation(json(nested(5)))).isEmpty();
    assertThat(StrictSchema.violation(json(nested(6))))
        .hasValueSatisfying(
            complaint -> assertThat(complaint).contains("nesting exceeds limit of 5"));
  }

  @Test
  void shouldTakeNullableFieldsChoicesAndDefinitions() throws Exception {
    // Given
    JsonNode schema =
        json(
            "{'type':'object','properties':{'a':{'type':['string','null']},"
                + "'b':{'anyOf':[{'type':'string'},{'type':'null'}]},'c':{'$ref':'#/$defs/d'}},"
                + "'required':['a','b','c'],'additionalProperties':false,"
                + "'$defs':{'d':{'type':'object','properties':{},'required':[],"
                + "'additionalProperties':false}}}");

    // Then
    assertThat(StrictSchema.violation(schema)).isEmpty();
    assertThat(new SchemaSample(schema).of(schema)).hasToString("{\"a\":\"\",\"b\":\"\",\"c\":{}}");
  }

  private static String nested(int levels) {
    return levels == 0
        ? "{'type':'string'}"
        : "{'type':'object','properties':{'x':"
            + nested(levels - 1)
            + "},'required':['x'],'additionalProperties':false}";
  }

  private static JsonNode json(String text) throws Exception {
    return SimulatorServer.JSON.readTree(text.replace('\'', '"'));
  }
}
