package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.session.SessionLimits;
import org.medicscribe.gateway.surroundings.Configs;

class SocketConfigTest {

  @Test
  void shouldBoundASocketByDefault() {
    // When
    SocketConfig config = Configs.read(SocketConfig.class, Map.of());

    // Then
    assertThat(config.sessionLimits())
        .isEqualTo(
            new SessionLimits(
                160_000, 16_000, 172_800_000, Duration.ofSeconds(60), Duration.ofHours(1)));
    assertThat(config.maxSockets()).isEqualTo(500);
    assertThat(config.maxText().asLongValue()).isEqualTo(4_096);
    assertThat(config.outgoing().hold().asLongValue()).isEqualTo(16 * 1024);
    assertThat(config.outgoing().limit().asLongValue()).isEqualTo(1024 * 1024);
    assertThat(config.outgoing().ackEvery()).isEqualTo(Duration.ofMillis(500));
  }

  @Test
  void shouldReadEveryBound() {
    // When
    SocketConfig config =
        Configs.read(
            SocketConfig.class,
            Map.of(
                "gateway.socket.window", "2s",
                "gateway.socket.max-frame", "500ms",
                "gateway.socket.max-length", "1m",
                "gateway.socket.idle", "3s",
                "gateway.socket.paused", "4s",
                "gateway.socket.max-sockets", "5",
                "gateway.socket.max-text", "1K",
                "gateway.socket.outgoing.hold", "2K",
                "gateway.socket.outgoing.limit", "3K",
                "gateway.socket.outgoing.ack-every", "50ms"));

    // Then
    assertThat(config.sessionLimits())
        .isEqualTo(
            new SessionLimits(
                32_000, 8_000, 960_000, Duration.ofSeconds(3), Duration.ofSeconds(4)));
    assertThat(config.maxSockets()).isEqualTo(5);
    assertThat(config.maxText().asLongValue()).isEqualTo(1_024);
    assertThat(config.outgoing().hold().asLongValue()).isEqualTo(2_048);
    assertThat(config.outgoing().limit().asLongValue()).isEqualTo(3_072);
    assertThat(config.outgoing().ackEvery()).isEqualTo(Duration.ofMillis(50));
  }
}
