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
                160_000, 160, 16_000, 172_800_000, 2, Duration.ofSeconds(60), Duration.ofHours(1)));
    assertThat(config.maxSockets()).isEmpty();
    assertThat(config.memory().asLongValue()).isEqualTo(40 * 1024);
    assertThat(config.perUser()).isEqualTo(10);
    assertThat(config.grace()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.maxText().asLongValue()).isEqualTo(4_096);
    assertThat(config.takeOver().notice()).isEqualTo(Duration.ofSeconds(1));
    assertThat(config.takeOver().lease()).isLessThan(config.takeOver().notice());
    assertThat(config.takeOver().askEvery()).isEqualTo(Duration.ofMillis(100));
    assertThat(config.takeOver().patience()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.token().outlivedFor()).isEqualTo(Duration.ofHours(4));
    assertThat(config.token().askEvery()).isEqualTo(Duration.ofMinutes(5));
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
            Map.ofEntries(
                Map.entry("gateway.socket.window", "2s"),
                Map.entry("gateway.socket.min-frame", "20ms"),
                Map.entry("gateway.socket.pace", "3"),
                Map.entry("gateway.socket.max-frame", "500ms"),
                Map.entry("gateway.socket.max-length", "1m"),
                Map.entry("gateway.socket.idle", "3s"),
                Map.entry("gateway.socket.paused", "4s"),
                Map.entry("gateway.socket.max-sockets", "5"),
                Map.entry("gateway.socket.memory", "6K"),
                Map.entry("gateway.socket.per-user", "7"),
                Map.entry("gateway.socket.grace", "8s"),
                Map.entry("gateway.socket.max-text", "1K"),
                Map.entry("gateway.socket.take-over.notice", "20ms"),
                Map.entry("gateway.socket.take-over.ask-every", "30ms"),
                Map.entry("gateway.socket.take-over.patience", "40ms"),
                Map.entry("gateway.socket.token.outlived-for", "9s"),
                Map.entry("gateway.socket.token.ask-every", "10s"),
                Map.entry("gateway.socket.outgoing.hold", "2K"),
                Map.entry("gateway.socket.outgoing.limit", "3K"),
                Map.entry("gateway.socket.outgoing.ack-every", "50ms")));

    // Then
    assertThat(config.sessionLimits())
        .isEqualTo(
            new SessionLimits(
                32_000, 320, 8_000, 960_000, 3, Duration.ofSeconds(3), Duration.ofSeconds(4)));
    assertThat(config.maxSockets()).hasValue(5);
    assertThat(config.memory().asLongValue()).isEqualTo(6 * 1024);
    assertThat(config.perUser()).isEqualTo(7);
    assertThat(config.grace()).isEqualTo(Duration.ofSeconds(8));
    assertThat(config.maxText().asLongValue()).isEqualTo(1_024);
    assertThat(config.takeOver().notice()).isEqualTo(Duration.ofMillis(20));
    assertThat(config.takeOver().askEvery()).isEqualTo(Duration.ofMillis(30));
    assertThat(config.takeOver().patience()).isEqualTo(Duration.ofMillis(40));
    assertThat(config.token().outlivedFor()).isEqualTo(Duration.ofSeconds(9));
    assertThat(config.token().askEvery()).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.outgoing().hold().asLongValue()).isEqualTo(2_048);
    assertThat(config.outgoing().limit().asLongValue()).isEqualTo(3_072);
    assertThat(config.outgoing().ackEvery()).isEqualTo(Duration.ofMillis(50));
  }
}
