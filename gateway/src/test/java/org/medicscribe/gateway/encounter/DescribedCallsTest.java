package org.medicscribe.gateway.encounter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.StandInAnswers;
import org.medicscribe.gateway.surroundings.StorageStandIn;

/** Whatever the description says about encounters reaches storage-service as it was sent. */
@QuarkusTest
class DescribedCallsTest extends AtTheGateway {

  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /** The one call about an encounter that the gateway answers itself. */
  private static final String UPLOAD = "uploadAudio";

  static Stream<Arguments> calls() throws IOException {
    JsonNode description =
        new ObjectMapper(new YAMLFactory()).readTree(Path.of("../docs/openapi.yaml").toFile());
    return description.path("paths").properties().stream()
        .filter(path ->
            path.getKey()
                .matches("/api/(encounters|audit|templates|emergency-access|administration).*"))
        .flatMap(path ->
            path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .filter(
                    operation -> !operation.getValue().path("operationId").asText().equals(UPLOAD))
                .map(operation ->
                    Arguments.of(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        operation.getValue().has("requestBody"))));
  }

  @BeforeEach
  void forget() {
    storage.forgetPassed();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("calls")
  void shouldPassThroughWhatIsDescribed(String method, String path, boolean hasBody)
      throws InterruptedException {
    // Given
    String body = "{\"text\":\"tos, fiebre y náuseas\"}";
    String address = path.replace("{id}", newVisit().toString()).replaceAll("\\{[a-zA-Z]+\\}", "7");
    Map<String, String> headers =
        Map.of("Accept", "text/markdown, */*", "If-Match", "\"3\"", "If-None-Match", "*");
    RequestSpecification request =
        given().auth().oauth2(issuer.tokenOf(CLINICIAN)).headers(headers);
    if (hasBody) {
      request.contentType("application/json").body(body);
    }

    // When
    request.request(method, address).then().header("X-Content-Type-Options", equalTo("nosniff"));

    // Then
    StorageStandIn.Passed passed = storage.nextPassed();
    assertThat(passed.method()).isEqualTo(method);
    assertThat(passed.uri()).isEqualTo(address);
    headers.forEach((name, value) -> assertThat(passed.header(name)).isEqualTo(value));
    assertThat(passed.text()).isEqualTo(hasBody ? body : "");
  }

  @ParameterizedTest
  @MethodSource("answered")
  void shouldPassTheEntityTagOfTheAnswerBack(String method, boolean hasBody) {
    RequestSpecification request = given().auth().oauth2(issuer.tokenOf(CLINICIAN));
    if (hasBody) {
      request.contentType("application/json").body("{}");
    }
    request
        .request(method, "/api/encounters/" + newVisit() + "/note")
        .then()
        .header("ETag", StandInAnswers.TAG);
  }

  static Stream<Arguments> answered() {
    return Stream.of(Arguments.of("GET", false), Arguments.of("PUT", true));
  }
}
