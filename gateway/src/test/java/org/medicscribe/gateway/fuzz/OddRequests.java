package org.medicscribe.gateway.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Requests that are complete, and mostly wrong; the same for the same seed. */
final class OddRequests {

  /** A request that ends, so that an answer is due. */
  record Odd(byte[] bytes, boolean isHead) {}

  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "DANCE");
  private static final List<String> PATHS =
      List.of(
          "/api/encounters",
          "/api/encounters/%s",
          "/api/encounters/%s/consent",
          "/api/encounters/%s/audio",
          "/api/encounters/%s/note",
          "/api/encounters/%s/notes",
          "/api/encounters/%s/transcript",
          "/api/encounters/%s/recorder",
          "/api/encounters/%s/speakers/S1",
          "/api/engines",
          "/api/health",
          "/api/openapi",
          "/api/nowhere",
          "/ws/encounters/%s",
          "/health",
          "/q/metrics",
          "/");
  private static final List<String> PATH_TAILS =
      List.of(
          "",
          "",
          "",
          "/",
          "//",
          "/..",
          "/../..",
          "/.",
          "%00",
          "%",
          "%2",
          "%zz",
          "%ff",
          "%2e%2e%2f",
          "%c3%28",
          ";x=y",
          "?",
          "?q=%00",
          "?q=%",
          "?q=a%ffb",
          "?limit=-1",
          "?limit=99999999999999",
          "?limit=x",
          "?from=yesterday",
          "?state=dancing",
          "?cursor=%20",
          "?q=a&q=b&q=c",
          "?%00=1",
          "?a=\u00e9",
          "#x",
          "?" + "x".repeat(5_000),
          "/" + "y".repeat(3_000),
          "?q=%F0%9F%98%80");
  private static final List<String> HEADERS =
      List.of(
          "Content-Type: a/b/c",
          "Content-Type: ",
          "Content-Type: /",
          "Content-Type: application/json;charset=nothing",
          "Content-Type: application/json; charset",
          "Content-Type: multipart/form-data",
          "Content-Type: multipart/form-data; boundary=x",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: \u00e9\u00e9",
          "Accept: a/b/c",
          "Accept: */*;q=x",
          "Accept: text/markdown",
          "Range: bytes=" + " ".repeat(900),
          "Range: bytes=" + " ".repeat(16_000),
          "Range: bytes=9-1",
          "Range: lines=1-2",
          "If-Match: ",
          "If-Match: \"",
          "If-Match: \"99999999999999999999\"",
          "If-None-Match: *",
          "Expect: 100-continue",
          "Expect: miracles",
          "Upgrade: websocket",
          "Upgrade: h2c",
          "Connection: Upgrade",
          "Sec-WebSocket-Key: x",
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
          "Sec-WebSocket-Version: 99",
          "Sec-WebSocket-Protocol: ,,,",
          "Origin: null",
          "Origin: https://evil.example",
          "X-Request-Id: \u0001",
          "X-Forwarded-For: nobody",
          "X-Forwarded-Host: \"",
          "Forwarded: for=\"[::1",
          "Host: other",
          "Cookie: a=b; =; c",
          "Authorization: Basic x",
          "Transfer-Encoding: gzip",
          "Content-Encoding: gzip",
          "no colon",
          ": no name",
          "X-Long: " + "z".repeat(40_000),
          "traceparent: 00-x-y-zz");
  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "null",
          "[]",
          "true",
          "\"",
          "{",
          "{\"a\":1}{\"b\":2}",
          "{\"patientLabel\":\"Ana\",\"patientLabel\":\"Ben\"}",
          "{\"text\":\"a\",\"text\":\"b\"}",
          "{\"patientLabel\":\"A\\u0000na\"}",
          "{\"patientLabel\":\"\\ud800\"}",
          "{\"patientLabel\":1e400000}",
          "{\"patientLabel\":" + "9".repeat(5_000) + "}",
          "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
          "[".repeat(20_000),
          "{\"decision\":\"granted\",\"method\":[],\"givenBy\":{}}",
          "{\"language\":{\"en\":1}}",
          "{\"keyTerms\":\"none\"}",
          "{\"patientLabel\":\"" + "x".repeat(20_000) + "\"}",
          "RIFF\0\0\0\0WAVEfmt ",
          "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x--");
  private static final List<String> CHUNKS =
      List.of("zz\r\n", "-5\r\n", "ffffffffffffffffff\r\n", "5\r\nab", "\r\n", "0x5\r\nhello\r\n");

  private final SplittableRandom random;
  private final List<String> tokens;
  private final List<String> visits;

  OddRequests(long seed, List<String> tokens, List<String> visits) {
    this.random = new SplittableRandom(seed);
    this.tokens = tokens;
    this.visits = visits;
  }

  Odd next() {
    // An address that no router sees is refused by the framework, which then hangs up on bad
    // chunks.
    boolean isBroken = chance(12);
    String method = one(METHODS);
    String known = one(PATHS).replace("%s", one(visits));
    String path = isBroken ? known : chance(40) ? "*" : known + one(PATH_TAILS);
    String version =
        !isBroken && chance(50) ? one(List.of("HTTP/1.0", "HTTP/9.9", "HTP/1.1", "")) : "HTTP/1.1";
    StringBuilder head = new StringBuilder(method + " " + path + " " + version + "\r\n");
    head.append("Host: x\r\nAuthorization: Bearer ").append(one(tokens)).append("\r\n");
    if (!chance(3)) {
      head.append("Content-Type: application/json\r\n");
    }
    for (int i = isBroken ? 0 : random.nextInt(3); i > 0; i--) {
      head.append(one(HEADERS)).append("\r\n");
    }
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    if (isBroken || chance(4)) {
      head.append("Transfer-Encoding: chunked\r\n\r\n");
      write(request, head.toString());
      byte[] body = body();
      if (body.length > 0) {
        write(request, Integer.toHexString(body.length) + "\r\n");
        request.writeBytes(body);
        write(request, "\r\n");
      }
      write(request, isBroken ? one(CHUNKS) + "\r\n0\r\n\r\n" : "0\r\n\r\n");
    } else {
      byte[] body = chance(3) ? body() : new byte[0];
      if (body.length > 0 || chance(4)) {
        head.append("Content-Length: ").append(body.length).append("\r\n");
      }
      if (chance(40)) {
        head.append(one(List.of("Content-Length: x\r\n", "Content-Length: -1\r\n")));
      }
      write(request, head + "\r\n");
      request.writeBytes(body);
    }
    return new Odd(request.toByteArray(), method.equals("HEAD"));
  }

  private byte[] body() {
    byte[] body = one(BODIES).getBytes(StandardCharsets.UTF_8);
    if (chance(3) && body.length > 0) {
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        body[random.nextInt(body.length)] = (byte) random.nextInt(256);
      }
    }
    return body;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static void write(ByteArrayOutputStream request, String text) {
    request.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
