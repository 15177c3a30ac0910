package org.medicscribe.devstack.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.devstack.client.Api;

class ServingEnginesTest {

  private static final String SPEECH =
      "\"transcription\":{\"name\":\"one\",\"embedded\":true,\"languages\":[\"en\"]}";
  private static final String NOTE =
      "\"note\":{\"name\":\"two\",\"embedded\":false,\"languages\":[\"en\",\"es\"]}";

  private static ServingEngines asked(Duration patience, String... answers) throws Exception {
    Deque<String> left = new ArrayDeque<>(List.of(answers));
    HttpServer gateway =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    gateway.createContext(
        "/api/engines",
        exchange -> {
          String answer = left.size() > 1 ? left.removeFirst() : left.getFirst();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    gateway.start();
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());
      return ServingEngines.ask(new Api(http, address, () -> "token"), patience);
    } finally {
      gateway.stop(0);
    }
  }

  @Test
  void shouldTellWhatTheGatewayTells() throws Exception {
    assertThat(asked(Duration.ofSeconds(10), "{" + SPEECH + "," + NOTE + "}"))
        .isEqualTo(
            new ServingEngines(
                "one, inside this installation (en)", "two, outside this installation (en, es)"));
  }

  @Test
  void shouldWaitUntilTheGatewayHasHeardOfBoth() throws Exception {
    assertThat(
            asked(Duration.ofSeconds(10), "{}", "{" + SPEECH + "}", "{" + SPEECH + "," + NOTE + "}")
                .notes())
        .startsWith("two");
  }

  @Test
  void shouldSayThatItIsNotKnown() throws Exception {
    ServingEngines told = asked(Duration.ZERO, "{" + SPEECH + "}");
    assertThat(told.speech()).startsWith("one");
    assertThat(told.notes()).startsWith("not known yet");
  }
}
