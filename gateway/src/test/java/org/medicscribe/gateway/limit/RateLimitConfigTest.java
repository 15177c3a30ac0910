package org.medicscribe.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.Configs;

class RateLimitConfigTest {

  @Test
  void shouldBeOnByDefault() {
    // When
    RateLimitConfig config = Configs.read(RateLimitConfig.class, Map.of());

    // Then
    assertThat(config.enabled()).isTrue();
    assertThat(config.requests()).isEqualTo(100);
    assertThat(config.window()).isEqualTo(Duration.ofMinutes(1));
    assertThat(config.usersPerAddress()).isEqualTo(10);
    assertThat(config.remembered()).isEqualTo(100_000);
    assertThat(config.notes()).isEqualTo(100);
    assertThat(config.notesWindow()).isEqualTo(Duration.ofDays(1));
  }

  /** The window is the number of seconds that the product's variable has always held. */
  @Test
  void shouldReadEverySetting() {
    // When
    RateLimitConfig config =
        Configs.read(
            RateLimitConfig.class,
            Map.of(
                "gateway.rate-limit.enabled", "false",
                "gateway.rate-limit.requests", "7",
                "gateway.rate-limit.window", "30",
                "gateway.rate-limit.users-per-address", "2",
                "gateway.rate-limit.notes", "3",
                "gateway.rate-limit.notes-window", "4s",
                "gateway.rate-limit.remembered", "9"));

    // Then
    assertThat(config.enabled()).isFalse();
    assertThat(config.requests()).isEqualTo(7);
    assertThat(config.window()).isEqualTo(Duration.ofSeconds(30));
    assertThat(config.usersPerAddress()).isEqualTo(2);
    assertThat(config.remembered()).isEqualTo(9);
    assertThat(config.notes()).isEqualTo(3);
    assertThat(config.notesWindow()).isEqualTo(Duration.ofSeconds(4));
  }
}
