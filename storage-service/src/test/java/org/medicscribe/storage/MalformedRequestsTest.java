package org.medicscribe.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

/** Whatever a caller sends, he is told what is wrong with it. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class MalformedRequestsTest {

  private static final int REQUESTS = 4_000;
  private static final long SEED = 20_261_201;

  private record Door(String method, String path, String body) {}

  private static final List<Door> DOORS =
      List.of(
          new Door(
              "POST",
              "/api/encounters",
              "{\"patientLabel\":\"Ana\",\"visitType\":\"first\",\"language\":\"en\","
                  + "\"template\":\"soap\",\"keyTerms\":[\"metformin\"]}"),
          new Door("GET", "/api/encounters?state=review&limit=5&from=2026-01-01T00:00:00Z", ""),
          new Door(
              "POST",
              "/api/encounters/search",
              "{\"q\":\"Ana\",\"state\":\"review\",\"limit\":\"5\"}"),
          new Door("GET", "/api/encounters/{id}", ""),
          new Door(
              "PUT",
              "/api/encounters/{id}/recorder",
              "{\"recorderId\":\"tab-1\",\"takeOver\":false,\"whole\":false}"),
          new Door(
              "POST",
              "/api/encounters/{id}/consent",
              "{\"decision\":\"granted\",\"method\":\"spoken\",\"givenBy\":\"patient\","
                  + "\"wording\":\"Yes.\"}"),
          new Door("GET", "/api/encounters/{id}/audio", ""),
          new Door("HEAD", "/api/encounters/{id}/audio", ""),
          new Door("GET", "/api/encounters/{id}/transcript", ""),
          new Door(
              "PATCH",
              "/api/encounters/{id}/transcript/segments/s0",
              "{\"text\":\"Penicillin.\",\"speaker\":\"S1\"}"),
          new Door("PUT", "/api/encounters/{id}/speakers/S1", "{\"role\":\"patient\"}"),
          new Door("GET", "/api/encounters/{id}/notes", ""),
          new Door("GET", "/api/encounters/{id}/notes/1", ""),
          new Door("POST", "/api/encounters/{id}/notes", "{\"template\":\"soap\"}"),
          new Door("GET", "/api/encounters/{id}/note", ""),
          new Door(
              "PUT",
              "/api/encounters/{id}/note",
              "{\"sections\":[{\"code\":\"plan\",\"statements\":[{\"id\":\"s1-2\",\"text\":\"Rest.\","
                  + "\"accepted\":true,\"use\":\"mine\",\"omission\":\"o1-1\"}]}],\"omissions\":["
                  + "{\"id\":\"o1-1\",\"resolution\":{\"kind\":\"dismissed\",\"reason\":\"No.\"}}]}"),
          new Door("POST", "/api/encounters/{id}/note/signature", "{\"attestation\":\"I did.\"}"),
          new Door("POST", "/api/encounters/{id}/note/addenda", "{\"text\":\"More.\"}"),
          new Door("GET", "/api/encounters/{id}/audit?limit=3", ""),
          new Door("GET", "/api/engine", ""));

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e999",
          "99999999999999999999",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"a\\u0000b\"",
          "\"\\ud800\"",
          "\"\\udc00x\"",
          "\"\\ufffe\"",
          "\"\ud83e\ude7a\"",
          "[]",
          "{}",
          "[[]]",
          "[null]",
          "{\"a\":{\"a\":{}}}",
          "\"" + "x".repeat(5_000) + "\"",
          "[".repeat(5_000) + "]".repeat(5_000),
          "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000),
          "NaN",
          "'x'");

  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json; charset=utf-8",
          "application/json; charset=nonsense",
          "application/json; charset=utf-16",
          "a/b/c",
          "a",
          "/",
          "application/",
          "application/json;",
          "application/json; =",
          "text/plain",
          "*/*",
          "multipart/form-data",
          "\u00e4/\u00f6",
          "");

  private static final List<String> IDS =
      List.of(
          "x",
          "%00",
          "%ff",
          "..",
          "00000000-0000-0000-0000-000000000000",
          "01a2305b-42e3-7766-b862-4e6f8cfbdef1",
          "1".repeat(3_000),
          "%F0%9F%A9%BA",
          "{id}");

  private static final List<String> QUERIES =
      List.of(
          "q=%00",
          "q=a%00b",
          "q=%ff",
          "q=%ED%A0%80",
          "q=%",
          "q=%zz",
          "q=" + "x".repeat(3_000),
          "state=%00",
          "state=review&state=planned",
          "from=0000-01-01T00:00:00Z",
          "from=-999999999-01-01T00:00:00Z",
          "to=+999999999-12-31T23:59:59.999999999Z",
          "cursor=%00",
          "limit=0",
          "limit=99999999999",
          "limit=%00",
          "&&&=&",
          "q");

  private static final List<String> HEADERS =
      List.of(
          "Range: bytes=" + " ".repeat(900) + "-",
          "Range: bytes=" + " ".repeat(6_000),
          "Range: bytes=9999999999999999999999-",
          "Range: \u00e4",
          "If-Range: \"",
          "If-Match: \"1\"",
          "If-Match: \"99999999999999999999\"",
          "If-Match: *",
          "If-Match: W/\"1\"",
          "If-Match: \u0001",
          "If-None-Match: *",
          "If-None-Match: \"",
          "Accept: a/b/c",
          "Accept: text/markdown",
          "Accept: */*;q=x",
          "Accept-Language: \u00e4",
          "Accept-Encoding: nonsense",
          "Content-Encoding: gzip",
          "Expect: 100-continue",
          "X-HTTP-Method-Override: DELETE",
          "Cookie: a=\u0001",
          "Origin: null");

  private final RandomGenerator random = RandomGeneratorFactory.getDefault().create(SEED);

  @Inject StorageMemory memory;

  @TestHTTPResource
  @SuppressWarnings("NullAway.Init")
  URI door;

  @Test
  void shouldAnswerEveryRequestAndNoneAsItsOwnFault() throws IOException {
    // Given
    String fuzzer = Tokens.of("dr.fuzz", "clinic-a", "clinician");
    String nobody = Tokens.of("", "clinic-a", "clinician");
    String nul = Tokens.of("dr.\u0000", "clinic-\u0000", "clinician");
    Visit visit = Visit.drafted(fuzzer);

    // When
    Map<String, Integer> statuses = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      String token =
          switch (random.nextInt(20)) {
            case 0 -> nobody;
            case 1 -> nul;
            case 2 -> "x.y.z";
            default -> fuzzer;
          };
      byte[] request = request(visit, token);
      String status = answer(request);
      statuses.merge(status, 1, Integer::sum);
      if (status.equals("none") || status.startsWith("5")) {
        String shown = new String(request, ISO_8859_1).replaceAll("Bearer \\S+", "Bearer");
        faults.add(status + " to " + shown.substring(0, Math.min(600, shown.length())));
      }
    }

    // Then
    assertThat(faults).as(statuses.toString()).isEmpty();
    assertThat(statuses).containsKeys("400", "200");
    assertThat(memory.bodies().used()).isZero();
    Visit after = Visit.recording(fuzzer);
    after.speak(0, 16_000);
    after.stop(16_000);
    after.awaitStored(16_000);
  }

  private byte[] request(Visit visit, String token) {
    Door door = pick(DOORS);
    String id = random.nextInt(4) == 0 ? pick(IDS) : visit.id().toString();
    String path = door.path().replace("{id}", id);
    if (random.nextInt(3) == 0) {
      path += (path.contains("?") ? "&" : "?") + pick(QUERIES);
    }
    String type = random.nextInt(3) == 0 ? pick(TYPES) : "application/json";
    byte[] body = random.nextInt(8) == 0 ? new byte[0] : body(door.body());
    StringBuilder head = new StringBuilder();
    head.append(
            random.nextInt(15) == 0
                ? pick(List.of("DELETE", "POST", "PUT", "GET", "FOO"))
                : door.method())
        .append(' ')
        .append(path)
        .append(" HTTP/1.1\r\nHost: storage\r\nConnection: close\r\n")
        .append("Authorization: Bearer ")
        .append(token)
        .append("\r\n");
    if (door.path().contains("/note") && random.nextBoolean()) {
      head.append("If-Match: \"1\"\r\n");
    }
    if (random.nextInt(3) == 0) {
      head.append(pick(HEADERS)).append("\r\n");
    }
    if (body.length > 0 || random.nextBoolean()) {
      head.append("Content-Type: ").append(type).append("\r\n");
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head.toString().getBytes(ISO_8859_1));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private byte[] body(String valid) {
    if (valid.isEmpty()) {
      return random.nextInt(4) == 0 ? "{}".getBytes(UTF_8) : new byte[0];
    }
    String body =
        switch (random.nextInt(8)) {
          case 0 -> valid;
          // A member twice.
          case 1 -> "{" + member(valid) + "," + valid.substring(1);
          case 2 -> "{" + member(valid) + "," + member(valid) + "}";
          // Cut off.
          case 3 -> valid.substring(0, random.nextInt(valid.length()));
          case 4 -> pick(VALUES);
          case 5 -> valid.replace("\"", pick(List.of("", "'", "\"\"")));
          default -> otherValue(valid);
        };
    byte[] bytes = body.getBytes(UTF_8);
    if (random.nextInt(15) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static String member(String valid) {
    int end = valid.indexOf(',');
    return valid.substring(1, end < 0 ? valid.length() - 1 : end);
  }

  /** One of the strings of the body, of any depth, is something else. */
  private String otherValue(String valid) {
    List<Integer> colons = new ArrayList<>();
    for (int at = valid.indexOf(":\""); at >= 0; at = valid.indexOf(":\"", at + 1)) {
      colons.add(at + 1);
    }
    int from = pick(colons);
    return valid.substring(0, from)
        + pick(VALUES)
        + valid.substring(valid.indexOf('"', from + 1) + 1);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** The status, or none. */
  private String answer(byte[] request) throws IOException {
    try (Socket socket = new Socket(door.getHost(), door.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request);
      String text = new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
      return text.startsWith("HTTP/1.1 ") ? text.substring(9, 12) : "none";
    } catch (SocketException | SocketTimeoutException closed) {
      return "none";
    }
  }
}
