package org.medicscribe.simulators.deepgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.simulators.ruler.RulerSignal;

class DeepgramFaultsTest {

  private final RulerSignal ruler = new RulerSignal(3);
  private final DeepgramSimulator simulator = DeepgramSimulator.start();
  private final WireClient client = new WireClient(simulator.port());

  @AfterEach
  void close() {
    client.close();
    simulator.close();
  }

  @ParameterizedTest
  @CsvSource({
    "400, err_code, Bad Request",
    "401, err_code, INVALID_AUTH",
    "402, err_code, ASR_PAYMENT_REQUIRED",
    "403, err_code, INSUFFICIENT_PERMISSIONS",
    "429, err_code, TOO_MANY_REQUESTS",
    "500, err_code, INTERNAL_SERVER_ERROR",
    "503, error_code, SERVICE_UNAVAILABLE"
  })
  void shouldRefuseAsManyRequestsAsPlanned(int status, String field, String code) throws Exception {
    // Given
    simulator.faults().set(new Fault.Refuse(1, status, null, Duration.ofSeconds(2)));

    // When
    UpgradeRejectedException refused = client.refused(WireClient.QUERY, "Token k");

    // Then
    JsonNode body = SimulatorServer.JSON.readTree(refused.getBody().toString());
    assertThat(refused.getStatus()).isEqualTo(status);
    assertThat(body.path(field).asText()).isEqualTo(code);
    assertThat(refused.getHeaders().get("retry-after")).isEqualTo("2");
    assertThat(client.connect().socket.isClosed()).isFalse();
  }

  @Test
  void shouldCloseInTheMiddleAfterSoMuchAudio() throws Exception {
    // Given
    simulator.faults().set(Fault.Close.afterAudio(1, Duration.ofSeconds(2), 1011));

    // When
    WireClient.Stream stream = client.connect().audio(ruler.pcm(0, 32_000));

    // Then
    assertThat(stream.closeCode()).isEqualTo(1011);
    assertThat(stream.untilClosed()).noneMatch(m -> m.path("type").asText().equals("Metadata"));
    assertThat(simulator.streams().getFirst().heard().isExactly(3, 32_000)).isTrue();
  }

  @Test
  void shouldCutTheConnectionWithoutAWord() throws Exception {
    // Given
    simulator.faults().set(Fault.Close.afterChunks(1, 5, 0));

    // When
    WireClient.Stream stream = client.connect().audio(ruler.pcm(0, 5 * 1600));

    // Then
    assertThat(stream.closeCode()).isIn(-1, 1006);
  }

  @Test
  void shouldFallSilentAndNotClose() throws Exception {
    // Given
    simulator.faults().set(new Fault.Silence(1, 1));
    WireClient.Stream stream = client.connect();

    // When
    stream.audio(ruler.pcm(0, 48_000)).type("CloseStream");

    // Then
    assertThatThrownBy(() -> stream.closed.get(500, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(stream.texts).noneMatch(text -> text.contains("Results"));
  }

  @Test
  void shouldSendGarbageAndGoOn() throws Exception {
    // Given
    simulator.faults().set(new Fault.Garbage(1, 2));

    // When
    WireClient.Stream stream = client.connect().audio(ruler.pcm(0, 32_000)).type("CloseStream");

    // Then
    assertThat(stream.closeCode()).isEqualTo(1000);
    assertThat(stream.texts).containsSubsequence(Frames.GARBAGE);
    assertThat(stream.texts).last().asString().contains("Metadata");
  }

  @Test
  void shouldAnswerLateButInOrder() throws Exception {
    // Given
    simulator.faults().set(new Fault.Latency(1, Duration.ofMillis(400)));
    WireClient.Stream stream = client.connect();
    long start = System.nanoTime();

    // When
    stream.audio(ruler.pcm(0, 48_000)).type("CloseStream");

    // Then
    stream.next("Results");
    assertThat(System.nanoTime() - start).isGreaterThan(350_000_000L);
    assertThat(stream.untilClosed().getLast().path("type").asText()).isEqualTo("Metadata");
  }

  @Test
  void shouldEndAllStreamsAtOnceOnRequest() throws Exception {
    // Given
    WireClient.Stream first = client.connect();
    WireClient.Stream second = client.connect();

    // When
    simulator.abandonStreams(1011);

    // Then
    assertThat(first.closeCode()).isEqualTo(1011);
    assertThat(second.closeCode()).isEqualTo(1011);
  }

  @Test
  void shouldTakePlansOverHttpAndClearThem() throws Exception {
    // Given
    String plan =
        """
        {"faults": [
          {"type": "latency", "times": 0, "delay": "PT0.05S"},
          {"type": "refuse", "times": 2, "status": 429, "retryAfter": "PT1S"},
          {"type": "close", "times": 1, "afterChunks": 3, "code": 1011}]}
        """;

    // When
    HttpResponse<String> put = http("PUT", plan);

    // Then
    assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
    assertThat(simulator.faults().remaining())
        .isEqualTo(
            List.of(
                new Fault.Latency(0, Duration.ofMillis(50)),
                new Fault.Refuse(2, 429, null, Duration.ofSeconds(1)),
                Fault.Close.afterChunks(1, 3, 1011)));
    assertThat(http("GET", "").body()).contains("\"type\":\"refuse\"");
    assertThat(http("DELETE", "").body()).isEqualTo("{\"faults\":[]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"faults\":[{\"type\":\"truncate\",\"times\":1}]}",
        "{\"faults\":[{\"type\":\"refuse\",\"tims\":1}]}",
        "{\"faults\":[{\"type\":\"explode\"}]}",
        "not json"
      })
  void shouldRefuseAPlanThatCannotHappen(String plan) throws Exception {
    // When
    HttpResponse<String> put = http("PUT", plan);

    // Then
    assertThat(put.statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> http(String method, String body) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(
                  URI.create("http://127.0.0.1:" + simulator.port() + "/_simulator/faults"))
              .method(method, HttpRequest.BodyPublishers.ofString(body))
              .build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
