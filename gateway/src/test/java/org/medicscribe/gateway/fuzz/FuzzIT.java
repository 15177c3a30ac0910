package org.medicscribe.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.PackagedGateway;
import org.medicscribe.gateway.surroundings.PackagedSurroundings;
import org.medicscribe.gateway.surroundings.SocketClient;

/**
 * Malformed requests and frames without end, at a gateway with 64 MB of heap. {@code
 * -Dfuzz.requests=1000000 -Dfuzz.frames=250000} asks for more of them, {@code -Dfuzz.seed} for
 * others.
 */
class FuzzIT extends AtTheGateway {

  private static final int REQUESTS = Integer.getInteger("fuzz.requests", 20_000);
  private static final int FRAMES = Integer.getInteger("fuzz.frames", 5_000);
  private static final long SEED = Long.getLong("fuzz.seed", 20261201);

  private static final int SENDERS = 4;
  private static final int HEAP_MEGABYTES = 64;

  /** Frames until a connection that still stands is left. */
  private static final int MOST_FRAMES = 20;

  private static final int PATIENCE_MILLIS = 10_000;

  @Test
  void shouldAnswerWhateverComesAndRecordAllTheSame() throws Exception {
    // Given
    try (PackagedSurroundings around = PackagedSurroundings.start(HEAP_MEGABYTES, Map.of())) {
      standBefore(around);

      // When
      Map<Integer, Integer> answers = askOddly(SEED, REQUESTS);
      int frames = speakOddly(SEED, FRAMES);

      // Then
      assertThat(answers).as("seed %d", SEED).doesNotContainKeys(0, 500, 502);
      assertThat(answers.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(REQUESTS);
      assertThat(frames).isGreaterThanOrEqualTo(FRAMES);
      assertThat(Files.readAllLines(PackagedGateway.LOG))
          .as("seed %d", SEED)
          .noneMatch(line -> line.contains("INTERNAL"));
      recordAVisit();
      Awaitility.await().until(() -> around.gateway().metric("memory_budget_used_bytes", "") == 0);
      assertThat(around.gateway().isAlive()).isTrue();
    }
  }

  private void standBefore(PackagedSurroundings around) throws IOException {
    kafka = around.kafka();
    issuer = around.issuer();
    storage = around.storage();
    url = URI.create("http://127.0.0.1:" + around.gateway().port()).toURL();
  }

  private Map<Integer, Integer> askOddly(long seed, int requests) throws Exception {
    List<Callable<Map<Integer, Integer>>> senders = new ArrayList<>();
    for (int i = 0; i < SENDERS; i++) {
      long own = seed * SENDERS + i;
      int share = requests / SENDERS + (i < requests % SENDERS ? 1 : 0);
      senders.add(() -> ask(new OddRequests(own, tokens(), visits()), share, own));
    }
    Map<Integer, Integer> all = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Map<Integer, Integer>> answers : threads.invokeAll(senders)) {
        answers.get().forEach((status, count) -> all.merge(status, count, Integer::sum));
      }
    }
    return all;
  }

  private Map<Integer, Integer> ask(OddRequests requests, int count, long seed) throws IOException {
    Map<Integer, Integer> answers = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      OddRequests.Odd odd = requests.next();
      // Whatever follows a broken request on its connection would be part of it.
      try (RawHttp http = new RawHttp(url.getPort())) {
        int status = http.ask(odd.bytes(), odd.isHead());
        answers.merge(status, 1, Integer::sum);
        if (status == 0 || status == 500 || status == 502) {
          String text = new String(odd.bytes(), StandardCharsets.ISO_8859_1);
          throw new AssertionError(
              "request %d of seed %d is answered with %d:%n%s"
                  .formatted(i, seed, status, text.substring(0, Math.min(3_000, text.length()))));
        }
      }
    }
    return answers;
  }

  private int speakOddly(long seed, int atLeast) throws IOException {
    OddFrames frames = new OddFrames(seed);
    SplittableRandom random = new SplittableRandom(seed);
    int sent = 0;
    while (sent < atLeast) {
      try (Socket connection = upgraded()) {
        if (random.nextBoolean()) {
          connection.getOutputStream().write(start());
        }
        boolean isOpen = true;
        for (int i = 0; i < MOST_FRAMES && isOpen; i++) {
          sent++;
          isOpen = sent(connection, frames.next());
        }
        connection.shutdownOutput();
        expectEnd(connection);
      }
    }
    return sent;
  }

  private static boolean sent(Socket connection, byte[] frame) {
    try {
      connection.getOutputStream().write(frame);
      return true;
    } catch (IOException closed) {
      return false;
    }
  }

  /** The other side says what it has to say, and hangs up. */
  private static void expectEnd(Socket connection) throws IOException {
    try {
      InputStream in = connection.getInputStream();
      byte[] buffer = new byte[8_192];
      while (in.read(buffer) >= 0) {
        // What is said does not matter here.
      }
    } catch (SocketTimeoutException hangs) {
      throw new AssertionError("a socket is left hanging", hangs);
    } catch (IOException reset) {
      // It has hung up.
    }
  }

  private static byte[] start() {
    byte[] text =
        "{\"type\":\"start\",\"from\":0,\"recorderId\":\"fuzz\"}".getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[6 + text.length];
    frame[0] = (byte) 0x81;
    frame[1] = (byte) (0x80 | text.length);
    System.arraycopy(text, 0, frame, 6, text.length);
    return frame;
  }

  private Socket upgraded() throws IOException {
    Socket connection = new Socket("127.0.0.1", url.getPort());
    connection.setSoTimeout(PATIENCE_MILLIS);
    String head =
        "GET /ws/encounters/%s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n"
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    connection
        .getOutputStream()
        .write(
            head.formatted(newVisit(), issuer.tokenOf(CLINICIAN))
                .getBytes(StandardCharsets.US_ASCII));
    InputStream in = connection.getInputStream();
    int ends = 0;
    while (ends < 4) {
      int c = in.read();
      ends = c == '\r' || c == '\n' ? ends + 1 : 0;
      if (c < 0) {
        throw new IOException("no upgrade");
      }
    }
    return connection;
  }

  private List<String> tokens() {
    return List.of(
        issuer.tokenOf(CLINICIAN),
        issuer.tokenOf(CLINICIAN),
        issuer.adminTokenOf("root"),
        "nobody",
        "a.b.c",
        "");
  }

  private List<String> visits() {
    return List.of(
        newVisit().toString(),
        newVisit().toString(),
        storage.visitOf("dr.rivera").id().toString(),
        "nothing",
        "0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a1");
  }

  private void recordAVisit() {
    EncounterId encounter = newVisit();
    byte[] speech = speech(20 * FRAME, SEED);
    try (SocketClient client = open(encounter).record(0, "tab")) {
      send(client, speech, 0, 20 * FRAME);
      client.send("{\"type\":\"stop\",\"totalSamples\":%d}".formatted(20 * FRAME));
      client.expect("stopped");
    }
    assertThat(samplesOf(audioOf(encounter))).isEqualTo(speech);
  }
}
