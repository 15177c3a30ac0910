package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;

/**
 * OpenAI refuses, or a drafter dies: the user is told what to do, and the note comes in the end.
 */
@ExtendWith(SimulatedSuite.Given.class)
@ResourceLock(SimulatedSuite.LOCK)
class ProviderTroubleIT {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration SHORT = Duration.ofSeconds(4);

  @ParameterizedTest
  @CsvSource({
    "401, invalid_api_key, refuses this installation's key",
    "429, insufficient_quota, has no credit",
  })
  void shouldSayWhatToDoWhenNoNoteCanBeDraftedAndDraftItAfterwards(
      int status, String code, String advice, SimulatedSuite suite) throws Exception {
    try {
      // Given
      suite.openAi(
          "{\"type\":\"refuse\",\"times\":0,\"status\":%d,\"code\":\"%s\"}"
              .formatted(status, code));

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
