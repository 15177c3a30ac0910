package org.medicscribe.simulators.deepgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.simulators.SimulatorServer;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.simulators.ruler.RulerVerdict;

class DeepgramSimulatorTest {

  private static final int SESSION = 99;
  private static final String RAW = "encoding=linear16&sample_rate=16000";

  private final RulerSignal ruler = new RulerSignal(SESSION);
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open.reversed()) {
      each.close();
    }
  }

  private DeepgramSimulator simulator(DeepgramOptions options) {
    DeepgramSimulator simulator = DeepgramSimulator.start(options);
    open.add(simulator);
    return simulator;
  }

  private DeepgramSimulator simulator() {
    return simulator(DeepgramOptions.defaults());
  }

  private WireClient client(DeepgramSimulator simulator) {
    WireClient client = new WireClient(simulator.port());
    open.add(client);
    return client;
  }

  @Test
  void shouldGiveRemainingResultsThenMetadataThenCloseNormally() throws Exception {
    // Given
    DeepgramSimulator simulator = simulator();
    WireClient.Stream stream = client(simulator).connect();

    // When
    stream.audio(ruler.pcm(0, 7 * 16_000)).type("CloseStream");

    // Then
    List<JsonNode> messages = stream.untilClosed();
    assertThat(stream.closeCode()).isEqualTo(1000);
    assertThat(messages.getLast().path("type").asText()).isEqualTo("Metadata");
    assertThat(messages.getLast().path("duration").asDouble()).isEqualTo(7.0);
    assertThat(messages.get(messages.size() - 2).path("is_final").asBoolean()).isTrue();
    RulerVerdict verdict = RulerVerdict.ofText(SESSION, 14, finalText(messages));
    assertThat(verdict.isExact()).as(verdict::toString).isTrue();
  }

  @Test
  void shouldShowTheSameRequestIdInHeaderResultsAndMetadata() throws Exception {
    // Given
    WireClient.Stream stream = client(simulator()).connect();

    // When
    stream.audio(ruler.pcm(0, 32_000)).type("CloseStream");

    // Then
    String requestId = stream.requestId;
    assertThat(requestId).isNotBlank();
    assertThat(stream.next("Results").at("/metadata/request_id").asText()).isEqualTo(requestId);
    assertThat(stream.next("Metadata").path("request_id").asText()).isEqualTo(requestId);
  }

  @ParameterizedTest
  @CsvSource({
    "encoding=linear16, INVALID_QUERY_PARAMETER",
    "sample_rate=16000, INVALID_QUERY_PARAMETER",
    "encoding=linear17&sample_rate=16000, INVALID_QUERY_PARAMETER",
    "encoding=linear16&sample_rate=fast, INVALID_QUERY_PARAMETER",
    "encoding=linear16&sample_rate=16000&interim_results=yes, INVALID_QUERY_PARAMETER",
    "encoding=linear16&sample_rate=16000&diarize_model=v2, INVALID_QUERY_PARAMETER",
    "encoding=linear16&sample_rate=16000&diarise=true, INVALID_QUERY_PARAMETER",
    "encoding=linear16&sample_rate=16000&utterance_end_ms=1000, INVALID_QUERY_PARAMETER",
    "encoding=linear16&sample_rate=16000&model=nova-9, Bad Request",
    "encoding=linear16&sample_rate=16000&model=nova-3-medical&language=es, Bad Request",
    "encoding=linear16&sample_rate=16000&model=nova-2-medical&keyterm=aspirin, Bad Request"
  })
  void shouldRefuseAQueryTheProviderRefuses(String query, String code) throws Exception {
    // When
    UpgradeRejectedException refused = client(simulator()).refused(query, "Token k");

    // Then
    JsonNode body = SimulatorServer.JSON.readTree(refused.getBody().toString());
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(body.path("err_code").asText()).isEqualTo(code);
    assertThat(refused.getHeaders().get("dg-error")).isEqualTo(body.path("err_msg").asText());
    assertThat(refused.getHeaders().get("dg-request-id"))
        .isEqualTo(body.path("request_id").asText());
  }

  @Test
  void shouldRefuseMoreThanFiveHundredTokensOfKeyTerms() throws Exception {
    // Given
    String fits = keyterms(250);
    String tooMuch = keyterms(251);
    WireClient client = client(simulator());

    // When
    UpgradeRejectedException refused = client.refused(tooMuch, "Token k");

    // Then
    assertThat(refused.getStatus()).isEqualTo(400);
    assertThat(refused.getHeaders().get("dg-error")).contains("Keyterm limit exceeded");
    assertThat(client.connect(fits, "Token k").socket.isClosed()).isFalse();
  }

  private static String keyterms(int twoTokens) {
    return RAW
        + "&model=nova-3-medical"
        + IntStream.range(0, twoTokens)
            .mapToObj(i -> "&keyterm=abcdefgh")
            .collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Token", "Token wrong", "Basic right", "right"})
  void shouldRefuseAWrongKey(String authorization) throws Exception {
    // Given
    WireClient client = client(simulator(DeepgramOptions.defaults().withApiKey("right")));

    // When
    UpgradeRejectedException refused = client.refused(RAW, authorization);

    // Then
    assertThat(refused.getStatus()).isEqualTo(401);
    assertThat(refused.getBody().toString()).contains("INVALID_AUTH");
  }

  @Test
  void shouldRefuseMoreStreamsThanTheAccountHas() {
    // Given
    WireClient client = client(simulator(DeepgramOptions.defaults().withMaxStreams(1)));
    client.connect();

    // When
    UpgradeRejectedException refused = client.refused(RAW, "Token k");

    // Then
    assertThat(refused.getStatus()).isEqualTo(429);
    assertThat(refused.getBody().toString()).contains("TOO_MANY_REQUESTS");
  }

  @Test
  void shouldEndTheStreamOnAnEmptyFrame() throws Exception {
    // Given
    WireClient.Stream stream = client(simulator()).connect();
    stream.audio(ruler.pcm(0, 16_000));

    // When
    stream.socket.writeBinaryMessage(Buffer.buffer());

    // Then
    assertThat(stream.untilClosed().getLast().path("type").asText()).isEqualTo("Metadata");
    assertThat(stream.closeCode()).isEqualTo(1000);
  }

  @Test
  void shouldEndAStreamThatBringsNothing() throws Exception {
    // Given
    WireClient client =
        client(simulator(DeepgramOptions.defaults().withIdleAfter(Duration.ofMillis(300))));

    // When
    WireClient.Stream stream = client.connect();

    // Then
    assertThat(stream.closeCode()).isEqualTo(1011);
    assertThat(stream.socket.closeReason()).contains("net0001");
    assertThat(stream.untilClosed().getLast().path("type").asText()).isEqualTo("Metadata");
  }

  @Test
  void shouldEndAStreamThatOnlyKeepsAlive() throws Exception {
    // Given
    WireClient client =
        client(simulator(DeepgramOptions.defaults().withIdleAfter(Duration.ofMillis(600))));
    WireClient.Stream stream = client.connect();

    // When
    long start = System.nanoTime();
    while (!stream.closed.isDone() && System.nanoTime() - start < 5_000_000_000L) {
      stream.socket.writeTextMessage("{\"type\":\"KeepAlive\"}");
      try {
        stream.closed.get(100, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        continue;
      }
    }

    // Then
    assertThat(stream.closeCode()).isEqualTo(1011);
  }

  @Test
  void shouldStayOpenWhileItIsKeptAlive() throws Exception {
    // Given
    DeepgramSimulator simulator =
        simulator(DeepgramOptions.defaults().withIdleAfter(Duration.ofMillis(600)));
    WireClient.Stream stream = client(simulator).connect().audio(ruler.pcm(0, 1600));

    // When
    for (int i = 0; i < 12; i++) {
      stream.type("KeepAlive");
      assertThatThrownBy(() -> stream.closed.get(100, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
    }

    // Then
    assertThat(stream.closed).isNotDone();
    assertThat(simulator.streams().getFirst().summary().keepAlives()).isEqualTo(12);
  }

  @Test
  void shouldCloseOnDataThatIsNoAudio() throws Exception {
    // Given
    WireClient.Stream stream = client(simulator()).connect("model=nova-3", "Token k");

    // When
    stream.audio(ruler.pcm(0, 1600));

    // Then
    assertThat(stream.closeCode()).isEqualTo(1008);
    assertThat(stream.socket.closeReason()).contains("data0000");
  }

  @Test
  void shouldHearNothingWhenTheContainerIsNotTheEncoding() throws Exception {
    // Given
    WireClient.Stream stream = client(simulator()).connect();
    byte[] webm = ruler.pcm(0, 5 * 16_000);
    Buffer.buffer().appendInt(0x1A45DFA3).getBytes(webm);

    // When
    stream.audio(webm).type("CloseStream");

    // Then
    assertThat(finalText(stream.untilClosed())).isBlank();
  }

  @Test
  void shouldFinalizeOnRequest() throws Exception {
    // Given
    WireClient.Stream stream = client(simulator()).connect();
    stream.audio(ruler.pcm(0, 16_000));

    // When
    stream.type("Finalize");

    // Then
    JsonNode result = stream.next(message -> message.path("from_finalize").asBoolean());
    assertThat(result.path("is_final").asBoolean()).isTrue();
    assertThat(result.path("duration").asDouble()).isEqualTo(1.0);
  }

  @Test
  void shouldKeepTheChannelsApart() throws Exception {
    // Given
    WireClient.Stream stream =
        client(simulator())
            .connect(RAW + "&model=nova-3&channels=2&multichannel=true&punctuate=true", "Token k");
    byte[] left = new RulerSignal(1).pcm(0, 16_000);
    byte[] right = new RulerSignal(2).pcm(0, 16_000);
    byte[] both = new byte[left.length * 2];
    for (int i = 0; i < left.length; i++) {
      both[i / 2 * 4 + i % 2] = left[i];
      both[i / 2 * 4 + 2 + i % 2] = right[i];
    }

    // When
    stream.audio(both).type("CloseStream");

    // Then
    List<JsonNode> messages = stream.untilClosed();
    assertThat(textOf(messages, 0)).isEqualTo("S1w000000 s1w000001");
    assertThat(textOf(messages, 1)).isEqualTo("S2w000000 s2w000001");
    assertThat(messages.getFirst().path("channel_index").toString()).isIn("[0,2]", "[1,2]");
  }

  @Test
  void shouldCountAudioThatComesTooFastAndPunishItWhenAsked() throws Exception {
    // Given
    DeepgramSimulator lenient = simulator();
    DeepgramSimulator strict = simulator(DeepgramOptions.defaults().withPunishPace(true));
    byte[] burst = ruler.pcm(0, 3 * 16_000);

    // When
    WireClient.Stream counted = client(lenient).connect().audio(burst).type("CloseStream");
    WireClient.Stream punished = client(strict).connect();
    punished.socket.writeBinaryMessage(Buffer.buffer(burst));

    // Then
    assertThat(counted.closeCode()).isEqualTo(1000);
    assertThat(lenient.streams().getFirst().summary().framesTooFast()).isPositive();
    assertThat(lenient.streams().getFirst().summary().aheadSeconds()).isBetween(2.0, 3.0);
    assertThat(punished.closeCode()).isEqualTo(1011);
  }

  @Test
  void shouldTellOverHttpWhenAudioCameAndWhenWordsWereTold() throws Exception {
    // Given
    DeepgramSimulator simulator = simulator();
    WireClient.Stream stream = client(simulator).connect().audio(ruler.pcm(0, 6 * 1600));
    stream.audio(ruler.pcm(6 * 1600, 16_000 - 6 * 1600)).type("CloseStream").untilClosed();

    // When
    JsonNode table = get(simulator, "/_simulator/arrivals?session=" + SESSION);

    // Then
    assertThat(table.at("/arrivals/through").toString())
        .isEqualTo("[1600,3200,4800,6400,8000,9600,11200,12800,14400,16000]");
    assertThat(table.at("/arrivals/epochMicros").size()).isEqualTo(10);
    assertThat(table.at("/results/lastWord").toString()).isEqualTo("[1,1]");
    assertThat(table.at("/results/isFinal").toString()).isEqualTo("[0,1]");
    assertThat(get(simulator, "/_simulator/arrivals?session=1").at("/arrivals/through")).isEmpty();
  }

  @Test
  void shouldTellOverHttpWhatEachStreamAskedAndBroughtButNotTheKey() throws Exception {
    // Given
    DeepgramSimulator simulator = simulator();
    client(simulator).connect().audio(ruler.pcm(0, 1600)).type("CloseStream").untilClosed();

    // When
    String streams = get(simulator, "/_simulator/streams").toString();

    // Then
    assertThat(streams)
        .contains("\"mip_opt_out\":[\"true\"]", "\"closeCode\":1000", "session 99: [0, 1600)")
        .doesNotContain("secret-key");
  }

  private static JsonNode get(DeepgramSimulator simulator, String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + simulator.port() + path)).build();
      return SimulatorServer.JSON.readTree(
          http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  private static String textOf(List<JsonNode> messages, int channel) {
    return messages.stream()
        .filter(message -> message.path("channel_index").path(0).asInt(-1) == channel)
        .filter(message -> message.path("is_final").asBoolean())
        .map(message -> message.at("/channel/alternatives/0/transcript").asText())
        .collect(Collectors.joining(" "))
        .strip();
  }

  private static String finalText(List<JsonNode> messages) {
    return textOf(messages, 0);
  }
}
