package org.medicscribe.simulators.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.faults.Fault;

/** What the providers' clients hide: bytes, headers, and requests no client would send. */
class OpenAiWireTest {

  private static final String HELLO = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";
  private static final String PLAIN = "{\"model\":\"gpt-4.1\"," + HELLO + "}";
  private static final String STREAMED = "{\"model\":\"gpt-4.1\",\"stream\":true," + HELLO + "}";

  private final OpenAiSimulator simulator = OpenAiSimulator.start();
  private final HttpClient http = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    http.close();
    simulator.close();
  }

  @Test
  void shouldStreamEventsAsTheyStandOnTheWire() throws Exception {
    // When
    HttpResponse<String> answer = post(STREAMED);

    // Then
    List<String> events = answer.body().lines().filter(line -> !line.isEmpty()).toList();
    assertThat(answer.headers().firstValue("content-type"))
        .contains("text/event-stream; charset=utf-8");
    assertThat(answer.headers().firstValue("x-request-id")).isPresent();
    assertThat(events).allMatch(line -> line.startsWith("data: "));
    assertThat(events.getFirst())
        .contains("\"object\":\"chat.completion.chunk\"", "\"role\":\"assistant\"");
    assertThat(events.get(events.size() - 2))
        .contains("\"delta\":{}", "\"finish_reason\":\"stop\"");
    assertThat(events.getLast()).isEqualTo("data: [DONE]");
    assertThat(answer.body()).doesNotContain("usage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json | 400 | could not parse",
        "{\"messages\":[]} | 400 | must provide a model",
        "{\"model\":\"gpt-0\",\"messages\":[]} | 404 | does not exist",
        "{\"model\":\"gpt-4.1\",\"messages\":[]} | 400 | Invalid 'messages'",
        "{\"model\":\"gpt-4.1\",\"mesages\":[]} | 400 | Unrecognized request argument supplied:"
            + " mesages",
        "{\"model\":\"gpt-4.1\",\"reasoning_effort\":\"low\",\"messages\":[1]} | 400 | Unrecognized"
            + " request argument supplied: reasoning_effort",
        "{\"model\":\"gpt-5.1\",\"max_tokens\":5,\"messages\":[1]} | 400 | max_completion_tokens",
        "{\"model\":\"gpt-4.1\",\"stream_options\":{},\"messages\":[1]} | 400 | only allowed when"
            + " 'stream'",
        "{\"model\":\"gpt-4.1\",\"response_format\":{\"type\":\"xml\"},\"messages\":[1]} | 400 |"
            + " Invalid value: 'xml'",
        "{\"model\":\"gpt-4.1\",\"response_format\":{\"type\":\"json_schema\",\"json_schema\":"
            + "{\"name\":\"a b\"}},\"messages\":[1]} | 400 | does not match pattern"
      })
  void shouldSayWhatIsWrongWithARequest(String body, int status, String complaint)
      throws Exception {
    // When
    HttpResponse<String> answer = post(body);

    // Then
    JsonNode error = SimulatorServer.JSON.readTree(answer.body()).path("error");
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(error.path("message").asText()).contains(complaint);
    assertThat(error.path("type").asText()).isEqualTo("invalid_request_error");
    assertThat(error.has("param") && error.has("code")).isTrue();
  }

  @Test
  void shouldSayWhenToComeBack() throws Exception {
    // Given
    simulator.faults().set(new Fault.Refuse(1, 503, null, Duration.ofMillis(1500)));

    // When
    HttpResponse<String> answer = post(PLAIN);

    // Then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).contains("2");
    assertThat(answer.headers().firstValue("retry-after-ms")).contains("1500");
  }

  @Test
  void shouldNeverAnswer() {
    // Given
    simulator.faults().set(new Fault.Silence(1, 0));

    // Then
    assertThatThrownBy(() -> post(PLAIN, Duration.ofMillis(500)))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void shouldAnswerLate() throws Exception {
    // Given
    simulator.faults().set(new Fault.Latency(1, Duration.ofMillis(300)));
    long start = System.nanoTime();

    // When
    HttpResponse<String> answer = post(PLAIN);

    // Then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(290_000_000L);
  }

  @Test
  void shouldBreakOffTheAnswerInOnePiece() {
    // Given
    simulator.faults().set(Fault.Close.afterChunks(1, 3, 0));

    // Then
    assertThatThrownBy(() -> post(PLAIN)).isInstanceOf(IOException.class);
  }

  @Test
  void shouldRecordRequestsWithoutKeyAndListThemWithoutWhatWasSaid() throws Exception {
    // Given
    post(PLAIN);

    // When
    HttpResponse<String> listed =
        http.send(
            HttpRequest.newBuilder(URI.create(root() + "/_simulator/requests")).build(),
            HttpResponse.BodyHandlers.ofString());

    // Then
    assertThat(simulator.requests().getFirst().body().toString()).contains("Hello");
    assertThat(listed.body())
        .contains("\"path\":\"/v1/chat/completions\"", "\"outcome\":\"COMPLETE\"")
        .doesNotContain("secret-key", "Hello");
  }

  private String root() {
    return "http://127.0.0.1:" + simulator.port();
  }

  private HttpResponse<String> post(String body) throws Exception {
    return post(body, Duration.ofSeconds(20));
  }

  private HttpResponse<String> post(String body, Duration patience) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(root() + "/v1/chat/completions"))
            .timeout(patience)
            .header("Authorization", "Bearer secret-key")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
