package org.medicscribe.storage.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;

class RecentAccessTest {

  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
  private static final EncounterId ID = EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final Uni<Void> DONE = Uni.createFrom().voidItem();

  private final RecentAccess recent = new RecentAccess();

  private static Access read(String actor, String address) {
    return new Access("clinic-a", actor, Action.NOTE_READ, ID, "", address);
  }

  @Test
  void shouldKnowTheSameForAQuarterOfAnHourWhereverFrom() {
    // When
    recent.remember(read("ann", "10.0.0.7"), NOW, DONE);

    // Then
    assertThat(recent.of(read("ann", "10.0.0.8"), NOW.plus(Duration.ofMinutes(15)))).isPresent();
    assertThat(recent.of(read("ann", "10.0.0.7"), NOW.plus(Duration.ofMinutes(16)))).isEmpty();
    assertThat(recent.of(read("bob", "10.0.0.7"), NOW)).isEmpty();
  }

  @Test
  void shouldNotKnowWhatCouldNotBeWritten() {
    // Given
    recent.remember(read("ann", "10.0.0.7"), NOW, DONE);

    // When
    recent.forget(read("ann", "10.0.0.7"));

    // Then
    assertThat(recent.of(read("ann", "10.0.0.7"), NOW)).isEmpty();
  }

  @Test
  void shouldForgetTheOldestRatherThanGrow() {
    // When
    for (int i = 0; i <= 10_000; i++) {
      recent.remember(read("person-" + i, "10.0.0.7"), NOW, DONE);
    }

    // Then
    assertThat(recent.of(read("person-0", "10.0.0.7"), NOW)).isEmpty();
    assertThat(recent.of(read("person-10000", "10.0.0.7"), NOW)).isPresent();
  }
}
