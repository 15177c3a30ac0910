package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;

/**
 * Whatever is cut or killed while visits are recorded: each transcript reads exactly 0 to N, and
 * the stored audio is, byte for byte, what was sent.
 */
class RulerSuiteIT {

  private static final AtomicInteger SESSIONS = new AtomicInteger();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ExecutorService CLIENTS = Executors.newVirtualThreadPerTaskExecutor();

  @TempDir static Path folder;
  private static Suite suite;
  private static Tokens tokens;

  @BeforeAll
  static void startSuite() throws Exception {
    suite = TestSuite.start(folder, Engines.SIMULATED, Map.of(ServiceKind.GATEWAY, 2));
    String token = suite.token("dr.rivera");
    tokens = () -> token;
  }

  @AfterAll
  static void stopSuite() throws Exception {
    if (suite != null) {
      suite.close();
    }
    CLIENTS.close();
    HTTP.close();
  }

  @Test
  void shouldHearEveryWordOnceInTwentyVisitsAtATime() throws Exception {
    // Given
    List<Future<RulerVisit.Judgement>> visits = new ArrayList<>();

    // When
    for (int i = 0; i < 20; i++) {
      URI gateway = suite.url(new ServiceId(ServiceKind.GATEWAY, i % 2));
      visits.add(CLIENTS.submit(visit(gateway, Duration.ofSeconds(30))));
    }

    // Then
    for (Future<RulerVisit.Judgement> visit : visits) {
      assertWhole(visit);
    }
  }

  @Test
  void shouldResumeACutSocketOnTheSameAndOnAnotherGateway() throws Exception {
    try (GatewayLink link = new GatewayLink(suite.url(ServiceId.first(ServiceKind.GATEWAY)))) {
      // Given
      RulerVisit visit = visit(link.uri(), Duration.ofSeconds(30));
      Future<RulerVisit.Judgement> judgement = CLIENTS.submit(visit);

      // When
      awaitSafe(visit, 5);
      link.cut();
      awaitSafe(visit, 12);
      link.leadTo(suite.url(new ServiceId(ServiceKind.GATEWAY, 1)));
      link.cut();

      // Then
      assertWhole(judgement);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ServiceKind.class,
      names = {"GATEWAY", "TRANSCRIPTION", "STORAGE"})
  void shouldLoseNothingWhenAServiceIsKilledMidStream(ServiceKind kind) throws Exception {
    // Given
    ServiceId victim = ServiceId.first(kind);
    List<RulerVisit> visits = new ArrayList<>();
    List<Future<RulerVisit.Judgement>> judgements = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      RulerVisit visit =
          visit(suite.url(ServiceId.first(ServiceKind.GATEWAY)), Duration.ofSeconds(30));
      visits.add(visit);
      judgements.add(CLIENTS.submit(visit));
    }

    // When
    for (RulerVisit visit : visits) {
      awaitSafe(visit, 8);
    }
    suite.kill(victim);
    suite.restart(victim);

    // Then
    for (Future<RulerVisit.Judgement> judgement : judgements) {
      assertWhole(judgement);
    }
  }

  private static RulerVisit visit(URI gateway, Duration length) {
    return new RulerVisit(HTTP, gateway, tokens, folder, SESSIONS.incrementAndGet(), length);
  }

  private static void awaitSafe(RulerVisit visit, double seconds) {
    TestSuite.await(Duration.ofMinutes(1), () -> visit.safeSeconds() >= seconds);
  }

  private static void assertWhole(Future<RulerVisit.Judgement> future)
      throws InterruptedException, ExecutionException {
    RulerVisit.Judgement judgement = future.get();
    JsonNode coverage = judgement.encounter().path("coverage");
    assertAll(
        () -> assertThat(judgement.words().isExact()).as(judgement.words().toString()).isTrue(),
        () -> assertThat(judgement.stored()).isEqualTo(judgement.sent()),
        () -> assertThat(judgement.outcome()).isEqualTo(Visit.Outcome.NOTE),
        () -> assertThat(coverage.path("storedGaps")).isEmpty(),
        () -> assertThat(coverage.path("transcriptGaps")).isEmpty(),
        () ->
            assertThat(coverage.path("transcribedSamples").asLong())
                .isEqualTo(coverage.path("recordedSamples").asLong()),
        () ->
            assertThat(coverage.path("storedSamples").asLong())
                .isEqualTo(coverage.path("recordedSamples").asLong()));
  }
}
