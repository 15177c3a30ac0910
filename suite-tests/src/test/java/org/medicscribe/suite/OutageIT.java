package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.medicscribe.devstack.chaos.GatewayLink;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;

/** What the services stand on breaks while visits are recorded. */
@ExtendWith(SimulatedSuite.Given.class)
@ResourceLock(SimulatedSuite.LOCK)
class OutageIT {

  /** A process needs its time to start where many start at once. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void shouldLoseNothingWhenTheBrokerIsKilledMidStream(SimulatedSuite suite) throws Exception {
    // Given
    List<RunningVisit> visits = suite.record(3, Duration.ofSeconds(12));
    visits.forEach(visit -> visit.awaitSafe(3));

    // When
    suite.suite().kill(Part.KAFKA);
    visits.forEach(visit -> visit.awaitTold("Audio cannot be kept safe at the moment"));
    suite.suite().restart(Part.KAFKA);

    // Then
    for (RunningVisit visit : visits) {
      visit.assertWhole();
    }
  }

  @Test
  void shouldLoseNothingWhenTheDatabaseIsKilledMidStream(SimulatedSuite suite) throws Exception {
    try (GatewayLink link = new GatewayLink(suite.gateway())) {
      // Given
      RunningVisit goesOn = suite.record(suite.gateway(), Duration.ofSeconds(14));
      RunningVisit ends = suite.record(suite.gateway(1), Duration.ofSeconds(6));
      RunningVisit comesBack = suite.record(link.uri(), Duration.ofSeconds(14));
      List<RunningVisit> visits = List.of(goesOn, ends, comesBack);
      visits.forEach(visit -> visit.awaitSafe(3));

      // When
      suite.suite().kill(Part.POSTGRESQL);
      link.cut();
      comesBack.awaitTold("The records cannot be reached at the moment");
      ends.awaitTold("The records cannot be reached at the moment");
      goesOn.awaitSafe(8);
      suite.suite().restart(Part.POSTGRESQL);

      // Then
      for (RunningVisit visit : visits) {
        visit.assertWhole();
      }
    }
  }

  @Test
  void shouldBecomeReadyByItselfWhenWhatItStandsOnComesLater(SimulatedSuite suite)
      throws Exception {
    // Given
    List<ServiceId> services = Stream.of(ServiceKind.values()).map(ServiceId::first).toList();
    for (ServiceId service : services) {
      suite.suite().kill(service);
    }
    suite.suite().kill(Part.KAFKA);
    suite.suite().kill(Part.POSTGRESQL);

    // When
    for (ServiceId service : services) {
      suite.suite().launch(service);
    }

    // Then
    for (ServiceId service : services) {
      TestSuite.await(PATIENCE, () -> suite.health(service, "live").startsWith("200"));
      assertThat(suite.health(service, "ready")).startsWith("503").contains("\"kafka\"");
    }
    assertThat(suite.health(ServiceId.first(ServiceKind.STORAGE), "ready"))
        .contains("\"database schema\"");

    // When
    suite.suite().restart(Part.KAFKA);
    suite.suite().restart(Part.POSTGRESQL);
    for (ServiceId service : services) {
      suite.suite().awaitReady(service);
    }

    // Then
    suite.record(suite.gateway(), Duration.ofSeconds(5)).assertWhole();
  }

  @Test
  void shouldKeepAudioInTheBrokerWhileItsVolumeIsAway(SimulatedSuite suite) throws Exception {
    // Given
    Path volume = suite.audioFolder();
    Path away = volume.resolveSibling("audio-away");
    RunningVisit visit = suite.record(suite.gateway(), Duration.ofSeconds(6));
    visit.awaitSafe(2);

    // When
    Files.move(volume, away);
    Files.createFile(volume);
    visit.awaitSafe(5.5);
    TestSuite.await(PATIENCE, suite::isAudioWaiting);
    Files.delete(volume);
    Files.move(away, volume);

    // Then
    visit.assertWhole();
  }
}
