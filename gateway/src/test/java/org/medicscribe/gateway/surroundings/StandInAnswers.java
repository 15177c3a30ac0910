package org.medicscribe.gateway.surroundings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.Map;

/** How the stand-in of storage-service answers over HTTP. */
public final class StandInAnswers {

  /** Of every note. */
  public static final String TAG = "\"7\"";

  private static final ObjectMapper JSON = new ObjectMapper();

  private StandInAnswers() {}

  /** Bytes that can be asked for in part, and for everything else a small answer. */
  static void anything(HttpExchange exchange, String path) throws IOException {
    String range = exchange.getRequestHeaders().getFirst("Range");
    if ("endless".equals(exchange.getRequestURI().getQuery())) {
      endless(exchange);
    } else if (path.endsWith("/audio")) {
      byte[] whole = wholeAudio();
      exchange.getResponseHeaders().set("Content-Type", "audio/wav");
      exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
      if (exchange.getRequestMethod().equals("HEAD")) {
        exchange.getResponseHeaders().set("Content-Length", Integer.toString(whole.length));
        exchange.sendResponseHeaders(200, -1);
      } else if (range == null) {
        exchange.sendResponseHeaders(200, whole.length);
        exchange.getResponseBody().write(whole);
      } else {
        String[] bounds = range.substring("bytes=".length()).split("-");
        int from = Integer.parseInt(bounds[0]);
        int to = Integer.parseInt(bounds[1]);
        exchange
            .getResponseHeaders()
            .set("Content-Range", "bytes %d-%d/%d".formatted(from, to, whole.length));
        exchange.sendResponseHeaders(206, to - from + 1);
        exchange.getResponseBody().write(whole, from, to - from + 1);
      }
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      problem(exchange, 405, "method-not-allowed");
    } else {
      exchange.getResponseHeaders().set("Location", "/api/encounters/new");
      if (path.endsWith("/note")) {
        exchange.getResponseHeaders().set("ETag", TAG);
      }
      json(exchange, 201, JSON.createObjectNode().put("passed", true));
    }
  }

  private static void endless(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    byte[] piece = new byte[64 * 1024];
    while (true) {
      exchange.getResponseBody().write(piece);
    }
  }

  /** Larger than any buffer on the way. */
  public static byte[] wholeAudio() {
    byte[] audio = new byte[3_000_001];
    for (int i = 0; i < audio.length; i++) {
      audio[i] = (byte) (i * 31 + i / 251);
    }
    return audio;
  }

  static void problem(HttpExchange exchange, int status, String type) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of(
                "type",
                "https://medicscribe.org/problems/" + type,
                "title",
                type,
                "status",
                status,
                "detail",
                "as storage-service says"));
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  static void json(HttpExchange exchange, int status, JsonNode answer) throws IOException {
    byte[] body = JSON.writeValueAsBytes(answer);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
