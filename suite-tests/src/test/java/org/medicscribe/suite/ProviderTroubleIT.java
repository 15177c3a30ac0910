package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;

/**
 * Deepgram or OpenAI refuses, breaks off or falls silent, or a drafter dies: the user is told why,
 * and words and note come in the end.
 */
@ExtendWith(SimulatedSuite.Given.class)
@ResourceLock(SimulatedSuite.LOCK)
class ProviderTroubleIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(4);

  @Test
  void shouldTellTheTroublesOfTheRecogniserApartAndCatchUp(SimulatedSuite suite) throws Exception {
    // Given
    suite.deepgram(
        refusalOfAStream(429),
        refusalOfAStream(503),
        refusalOfAStream(401),
        refusalOfAStream(402),
        "{\"type\":\"close\",\"times\":1,\"afterChunks\":10,\"code\":1011}",
        "{\"type\":\"silence\",\"times\":1,\"afterChunks\":1}");

    // When
    RunningVisit visit = suite.record(suite.gateway(), Duration.ofSeconds(14));

    // Then
    for (String reason :
        List.of(
            "provider-busy",
            "provider-unreachable",
            "provider-refuses",
            "provider-out-of-credit")) {
      visit.awaitTold("(%s)".formatted(reason));
    }
    visit.assertWhole();
    assertThat(suite.hasDeepgramSufferedAll()).isTrue();
  }

  private static String refusalOfAStream(int status) {
    return "{\"type\":\"refuse\",\"times\":1,\"status\":%d}".formatted(status);
  }

  static Stream<Arguments> answersWithoutANote() {
    return Stream.of(
        Arguments.of(
            "{\"type\":\"refuse\",\"times\":0,\"status\":401,\"code\":\"invalid_api_key\"}",
            "refuses this installation's key"),
        Arguments.of(
            "{\"type\":\"refuse\",\"times\":0,\"status\":429,\"code\":\"insufficient_quota\"}",
            "has no credit"),
        Arguments.of("{\"type\":\"truncate\",\"times\":0}", "longer than the provider can write"),
        Arguments.of(
            "{\"type\":\"decline\",\"times\":0,\"refusal\":\"I cannot help with that.\"}",
            "declined to write about this visit"));
  }

  @ParameterizedTest
  @MethodSource("answersWithoutANote")
  void shouldSayWhatToDoWhenNoNoteCanBeDraftedAndDraftItAfterwards(
      String fault, String advice, SimulatedSuite suite) throws Exception {
    try {
      // Given
      suite.openAi(fault);

      // When
      RunningVisit visit = suite.record(suite.gateway(), SHORT);
      Visit.Outcome outcome = visit.judgement().get().outcome();

      // Then
      assertThat(outcome).isEqualTo(Visit.Outcome.NO_NOTE);
      assertThat(visit.visit().told().getLast()).contains(advice);

      // When
      suite.openAi();
      String encounter = visit.visit().encounter();
      HttpResponse<String> asked =
          suite.ask(
              HttpRequest.newBuilder(
                      suite.gateway().resolve("/api/encounters/" + encounter + "/notes"))
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{}")));

      // Then
      assertThat(asked.statusCode()).isEqualTo(202);
      TestSuite.await(PATIENCE, () -> suite.state(encounter).equals("review"));
    } finally {
      suite.openAi();
    }
  }

  @Test
  void shouldDraftTheNoteOnceTheModelIsBack(SimulatedSuite suite) throws Exception {
    try {
      // Given
      suite.openAi(
          "{\"type\":\"refuse\",\"times\":1,\"status\":503}",
          "{\"type\":\"refuse\",\"times\":1,\"status\":429,\"retryAfter\":\"PT1S\"}");

      // When
      RunningVisit visit = suite.record(suite.gateway(), SHORT);

      // Then
      visit.assertWhole();
    } finally {
      suite.openAi();
    }
  }

  @Test
  void shouldLetAnotherInstanceDraftTheNoteWhenOneIsKilledAtIt(SimulatedSuite suite)
      throws Exception {
    // Given
    ServiceId victim = ServiceId.first(ServiceKind.SOAP_NOTE);
    ServiceId other = new ServiceId(ServiceKind.SOAP_NOTE, 1);
    suite.openAi("{\"type\":\"silence\",\"times\":0,\"afterChunks\":1}");
    RunningVisit visit = suite.record(suite.gateway(), SHORT);
    try {
      TestSuite.await(
          PATIENCE,
          () ->
              visit.visit().hasBegun()
                  && suite.state(visit.visit().encounter()).equals("drafting"));

      // When
      suite.suite().kill(victim);
      suite.openAi();
      suite.suite().restart(other);

      // Then
      visit.assertWhole();
    } finally {
      suite.openAi();
      suite.suite().kill(other);
      suite.suite().restart(victim);
    }
  }
}
