package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.medicscribe.devstack.chaos.ChaosPlan;
import org.medicscribe.devstack.chaos.ChaosReport;

/** {@code ./scribe chaos} in short. */
@ExtendWith(SimulatedSuite.Given.class)
@ResourceLock(SimulatedSuite.LOCK)
class ChaosIT {

  @Test
  void shouldLoseNothingAndDoubleNothingWhileEachPartBreaksTwice(SimulatedSuite suite)
      throws Exception {
    // When
    ChaosReport report = suite.suffer(new ChaosPlan(6, Duration.ofSeconds(50), 2, 20_261_201));

    // Then
    assertThat(report.faults()).isEmpty();
    assertThat(report.whole()).isEqualTo(6);
  }
}
