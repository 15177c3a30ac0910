package org.medicscribe.gateway.surroundings;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Tells of engines as transcription-service and soap-note-service do. */
public final class EngineStandIn implements AutoCloseable {

  public static final Engine RECOGNISER =
      new Engine("embedded moonshine-base", true, List.of("en"));
  public static final Engine DRAFTER =
      new Engine("embedded extractive minilm-l6", true, List.of("en"));

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private volatile Engine transcription = RECOGNISER;
  private volatile Engine note = DRAFTER;

  private EngineStandIn(HttpServer server) {
    this.server = server;
  }

  /** An engine, as its service tells. */
  public record Engine(String name, boolean embedded, List<String> languages) {}

  public static EngineStandIn start() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    EngineStandIn engines = new EngineStandIn(server);
    server.createContext(
        "/transcription/api/engine", exchange -> answer(exchange, engines.transcription));
    server.createContext("/note/api/engine", exchange -> answer(exchange, engines.note));
    server.start();
    return engines;
  }

  public void serve(Engine speech, Engine drafts) {
    transcription = speech;
    note = drafts;
  }

  String transcriptionUrl() {
    return url() + "/transcription";
  }

  String noteUrl() {
    return url() + "/note";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static void answer(HttpExchange exchange, Engine engine) throws IOException {
    try (exchange) {
      StandInAnswers.json(exchange, 200, JSON.valueToTree(engine));
    }
  }
}
