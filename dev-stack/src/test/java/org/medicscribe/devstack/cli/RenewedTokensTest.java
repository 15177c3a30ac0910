package org.medicscribe.devstack.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.medicscribe.devstack.client.VisitFailure;
import org.medicscribe.devstack.issuer.SignIn;

class RenewedTokensTest {

  private Instant now = Instant.parse("2026-11-25T10:00:00Z");
  private int issued;
  private boolean isIssuerAway;
  private final RenewedTokens tokens =
      new RenewedTokens(this::signIn, e -> new VisitFailure("no sign-in", e), () -> now);

  private SignIn.Access signIn() throws IOException {
    if (isIssuerAway) {
      throw new IOException("away");
    }
    issued++;
    return new SignIn.Access("token-" + issued, Duration.ofHours(1));
  }

  private String after(Duration time) throws VisitFailure, InterruptedException {
    now = now.plus(time);
    return tokens.current();
  }

  @Test
  void shouldKeepATokenAndRenewItBeforeItExpires() throws Exception {
    assertThat(after(Duration.ZERO)).isEqualTo("token-1");
    assertThat(after(Duration.ofMinutes(44))).isEqualTo("token-1");
    assertThat(after(Duration.ofMinutes(1))).isEqualTo("token-2");
    assertThat(after(Duration.ofMinutes(44))).isEqualTo("token-2");
  }

  @Test
  void shouldUseATokenToItsEndWhileTheIssuerIsAway() throws Exception {
    // Given
    after(Duration.ZERO);
    isIssuerAway = true;

    // Then
    assertThat(after(Duration.ofMinutes(59))).isEqualTo("token-1");
    assertThatThrownBy(() -> after(Duration.ofMinutes(1)))
        .isInstanceOf(VisitFailure.class)
        .hasMessage("no sign-in");
  }
}
