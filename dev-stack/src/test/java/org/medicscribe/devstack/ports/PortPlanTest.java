package org.medicscribe.devstack.ports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortPlanTest {

  @Test
  void shouldKeepTheProductsPortsUnlessToldOtherwise() {
    PortPlan plan = PortPlan.standard();

    assertThat(plan.port(Part.GATEWAY)).isEqualTo(8000);
    assertThat(plan.port(Part.STORAGE)).isEqualTo(8003);
    assertThat(plan.port(Part.POSTGRESQL)).isEqualTo(15432);
  }

  @Test
  void shouldShiftEveryPortByTheOffset() {
    PortPlan plan = PortPlan.standard().shifted(1000);

    assertThat(plan.port(Part.GATEWAY)).isEqualTo(9000);
    assertThat(plan.port(Part.KAFKA)).isEqualTo(20092);
  }

  @Test
  void shouldLetReplicasOfAllPartsListenSideBySide() {
    PortPlan plan = PortPlan.standard();

    List<Integer> ports =
        List.of(
            plan.port(Part.GATEWAY, 0),
            plan.port(Part.GATEWAY, 1),
            plan.port(Part.TRANSCRIPTION, 0),
            plan.port(Part.TRANSCRIPTION, 1),
            plan.port(Part.PAGE));

    assertThat(ports).doesNotHaveDuplicates().contains(8100, 8101);
  }

  @Test
  void shouldRefuseWhatIsNoPort() {
    assertThatThrownBy(() -> PortPlan.standard().with(Part.GATEWAY, 70_000))
        .hasMessage("70000 is no port (1 to 65535): gateway");
  }

  @Test
  void shouldFindPortsThatAreFree() {
    PortPlan plan = PortPlan.free(2);

    assertThat(
            PortCheck.obstacles(
                List.of(new PortCheck.Wanted(Part.GATEWAY, plan.port(Part.GATEWAY)))))
        .isEmpty();
  }

  @Test
  void shouldNameABusyPortWhoWantsItAndTheWayOut() throws IOException {
    // Given
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = other.getLocalPort();

      // When
      List<String> obstacles =
          PortCheck.obstacles(List.of(new PortCheck.Wanted(Part.SOAP_NOTE, port)));

      // Then
      assertThat(obstacles)
          .containsExactly(
              "Port %d is in use, and soap-note wants it. End what uses it, or choose another: --port soap-note=<port>, SCRIBE_SOAP_NOTE_PORT, or --port-offset for all."
                  .formatted(port));
    }
  }

  @Test
  void shouldRefuseOnePortForTwoParts() {
    int port = PortPlan.free(1).port(Part.GATEWAY);

    List<String> obstacles =
        PortCheck.obstacles(
            List.of(
                new PortCheck.Wanted(Part.GATEWAY, port), new PortCheck.Wanted(Part.PAGE, port)));

    assertThat(obstacles).singleElement().asString().contains("both gateway and page");
  }

  @Test
  void shouldRefuseAPortThatNoBrowserOpens() {
    List<String> obstacles =
        PortCheck.obstacles(
            List.of(
                new PortCheck.Wanted(Part.PAGE, 10_080), new PortCheck.Wanted(Part.STORAGE, 6667)));

    assertThat(obstacles)
        .containsExactly(
            "Browsers open nothing at port 10080, and page is for them. Choose another: --port page=<port>, SCRIBE_PAGE_PORT, or another --port-offset.");
  }
}
