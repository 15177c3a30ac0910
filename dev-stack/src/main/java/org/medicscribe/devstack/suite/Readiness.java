package org.medicscribe.devstack.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import org.medicscribe.devstack.process.LogTail;
import org.medicscribe.devstack.process.ManagedProcess;

/** Waits until a process says that it is ready, and tells why when it never does. */
final class Readiness {

  private static final Duration LIMIT = Duration.ofSeconds(180);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration ONE_ANSWER = Duration.ofSeconds(5);
  private static final int TAIL_LINES = 15;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One look at whether something is ready. */
  @FunctionalInterface
  interface Probe {
    /** What is still missing; empty when it is ready. */
    Optional<String> missing() throws InterruptedException;
  }

  private final HttpClient http;

  Readiness(HttpClient http) {
    this.http = http;
  }

  /** Returns once the address answers 200. */
  void await(ManagedProcess process, String address) throws SuiteFailure, InterruptedException {
    await(process, () -> missingAt(address));
  }

  /** Returns once nothing is missing. */
  void await(ManagedProcess process, Probe probe) throws SuiteFailure, InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    String lastAnswer = "no answer yet";
    while (System.nanoTime() < deadline) {
      if (!process.isAlive()) {
        throw new SuiteFailure(death(process.name(), process.log()));
      }
      Optional<String> missing = probe.missing();
      if (missing.isEmpty()) {
        return;
      }
      lastAnswer = missing.get();
      Thread.sleep(PAUSE);
    }
    throw new SuiteFailure(
        "%s was not ready after %d s (%s). Its log: %s%s"
            .formatted(
                process.name(), LIMIT.toSeconds(), lastAnswer, process.log(), tail(process.log())));
  }

  private Optional<String> missingAt(String address) throws InterruptedException {
    try {
      HttpResponse<String> response =
          http.send(
              HttpRequest.newBuilder(URI.create(address)).timeout(ONE_ANSWER).build(),
              HttpResponse.BodyHandlers.ofString());
      return response.statusCode() == 200
          ? Optional.empty()
          : Optional.of(described(response) + " at " + address);
    } catch (IOException notListening) {
      return Optional.of("not listening yet at " + address);
    }
  }

  /** One sentence and the end of the log of a part that ended by itself. */
  static String death(String name, Path log) {
    return "%s ended unexpectedly. Its log: %s%s".formatted(name, log, tail(log));
  }

  static String tail(Path log) {
    StringJoiner text = new StringJoiner("\n    ", "\n    ", "").setEmptyValue("");
    LogTail.of(log, TAIL_LINES).forEach(text::add);
    return text.toString();
  }

  /** A service that is up but not ready names the checks that hold it back. */
  private static String described(HttpResponse<String> response) {
    StringJoiner down = new StringJoiner(", ", "waiting for ", "");
    down.setEmptyValue("status " + response.statusCode());
    try {
      for (JsonNode check : JSON.readTree(response.body()).path("checks")) {
        if ("DOWN".equals(check.path("status").asText())) {
          down.add(check.path("name").asText());
        }
      }
    } catch (IOException notAHealthReport) {
      return "status " + response.statusCode();
    }
    return down.toString();
  }
}
