package org.medicscribe.soapnote.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EngineName;
import org.medicscribe.simulators.openai.OpenAiSimulator;
import org.medicscribe.soapnote.testing.Mapping;

class ModelLifetimeTest {

  /** Longer than the first answer of a simulator takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldWarnOfTheEndOfTheModel() {
    try (OpenAiSimulator server = OpenAiSimulator.start()) {
      assertThat(report(server.url()).getData().orElseThrow())
          .containsEntry("shutdownDate", "2027-01-14")
          .containsKey("warning");
    }
  }

  @Test
  void shouldStayReadyWhenTheProviderIsDown() {
    // When
    HealthCheckResponse report = report("http://127.0.0.1:1/v1");

    // Then
    assertThat(report.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(report.getData().orElseThrow())
        .containsEntry("warning", "the provider does not answer");
  }

  @Test
  void shouldAskNoProviderThatDoesNotServe() {
    try (OpenAiSimulator server = OpenAiSimulator.start()) {
      // When
      HealthCheckResponse report = report(server.url(), new EngineName("embedded", true));

      // Then
      assertThat(report.getData().orElseThrow()).containsOnly(Map.entry("engine", "embedded"));
    }
  }

  private HealthCheckResponse report(String url) {
    return report(url, new EngineName("openai", false));
  }

  private HealthCheckResponse report(String url, EngineName serving) {
    OpenAiConfig config =
        Mapping.of(
            OpenAiConfig.class,
            Map.of("note.openai.base-url", url, "note.openai.api-key", "sk-test"));
    return new ModelLifetime(vertx, config, serving, PATIENCE).call().await().atMost(PATIENCE);
  }
}
