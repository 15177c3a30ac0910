package org.medicscribe.storage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.SuiteParts;

/** What the page is told it may call is what this service answers, and the other way round. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class DescriptionTest {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  @Test
  void shouldAnswerWhatIsDescribedAndNothingElse() throws IOException {
    // Given
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    Set<String> described = calls(yaml.readTree(Path.of("../docs/openapi.yaml").toFile()));
    // Answered by the gateway itself, and asked by gateways only
    described.remove("POST /api/encounters/{id}/audio");
    described.add("PUT /api/encounters/{id}/recorder");

    // When
    Set<String> served = calls(yaml.readTree(given().get("/q/openapi").asString()));

    // Then
    assertThat(served).isEqualTo(described);
  }

  private static Set<String> calls(JsonNode description) {
    Set<String> calls = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  if (path.getKey()
                          .matches(
                              "/api/(encounters|audit|templates|emergency-access|administration).*")
                      && METHODS.contains(operation.getKey())) {
                    calls.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
                  }
                }));
    return calls;
  }
}
