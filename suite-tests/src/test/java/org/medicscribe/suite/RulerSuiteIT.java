package org.medicscribe.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.medicscribe.devstack.chaos.GatewayLink;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;

/**
 * Whatever is cut or killed while visits are recorded: each transcript reads exactly 0 to N, and
 * the stored audio is, byte for byte, what was sent.
 */
@ExtendWith(SimulatedSuite.Given.class)
@ResourceLock(SimulatedSuite.LOCK)
class RulerSuiteIT {

  @Test
  void shouldHearEveryWordOnceInTwentyVisitsAtATimeAndInAFile(SimulatedSuite suite)
      throws Exception {
    // Given
    List<RunningVisit> visits = new ArrayList<>();
    visits.add(suite.upload(Duration.ofSeconds(12)));

    // When
    for (int i = 0; i < 20; i++) {
      visits.add(suite.record(suite.gateway(i % 2), Duration.ofSeconds(16)));
    }

    // Then
    for (RunningVisit visit : visits) {
      visit.assertWhole();
    }
  }

  @Test
  void shouldResumeACutSocketOnTheSameAndOnAnotherGateway(SimulatedSuite suite) throws Exception {
    try (GatewayLink link = new GatewayLink(suite.gateway())) {
      // Given
      RunningVisit visit = suite.record(link.uri(), Duration.ofSeconds(14));

      // When
      visit.awaitSafe(3);
      link.cut();
      visit.awaitSafe(7);
      link.leadTo(suite.gateway(1));
      link.cut();

      // Then
      visit.assertWhole();
    }
  }

  @Test
  void shouldLoseNothingWhenAGatewayIsKilledMidStream(SimulatedSuite suite) throws Exception {
    // Given
    ServiceId victim = ServiceId.first(ServiceKind.GATEWAY);
    List<RunningVisit> visits = suite.record(5, Duration.ofSeconds(14));

    // When
    visits.forEach(visit -> visit.awaitSafe(4));
    suite.suite().kill(victim);
    suite.suite().restart(victim);

    // Then
    for (RunningVisit visit : visits) {
      visit.assertWhole();
    }
  }

  @Test
  void shouldLoseNothingWhenOneOfTwoStoresIsKilledMidStream(SimulatedSuite suite) throws Exception {
    // Given
    ServiceId victim = ServiceId.first(ServiceKind.STORAGE);
    ServiceId other = new ServiceId(ServiceKind.STORAGE, 1);
    suite.suite().restart(other);
    try {
      List<RunningVisit> visits = suite.record(5, Duration.ofSeconds(14));

      // When
      visits.forEach(visit -> visit.awaitSafe(4));
      suite.suite().kill(victim);
      suite.suite().restart(victim);

      // Then
      for (RunningVisit visit : visits) {
        visit.assertWhole();
      }
    } finally {
      suite.suite().kill(other);
    }
  }

  @Test
  void shouldLoseNothingWhenEachServiceIsUpdatedMidStream(SimulatedSuite suite) throws Exception {
    // Given
    List<RunningVisit> visits = suite.record(6, Duration.ofSeconds(24));
    visits.forEach(visit -> visit.awaitSafe(4));

    // When
    for (ServiceKind kind :
        List.of(ServiceKind.GATEWAY, ServiceKind.STORAGE, ServiceKind.TRANSCRIPTION)) {
      suite.suite().stop(ServiceId.first(kind));
      suite.suite().restart(ServiceId.first(kind));
    }

    // Then
    visits.forEach(visit -> visit.awaitTold("code 1012"));
    for (RunningVisit visit : visits) {
      visit.assertWhole();
    }
  }

  @Test
  void shouldTakeOverTheRecordingsOfATranscriberThatDoesNotComeBack(SimulatedSuite suite)
      throws Exception {
    // Given
    ServiceId victim = ServiceId.first(ServiceKind.TRANSCRIPTION);
    List<RunningVisit> visits = suite.record(6, Duration.ofSeconds(14));

    // When
    visits.forEach(visit -> visit.awaitSafe(4));
    suite.suite().kill(victim);

    // Then
    try {
      for (RunningVisit visit : visits) {
        visit.assertWhole();
      }
    } finally {
      suite.suite().restart(victim);
    }
  }
}
