package org.medicscribe.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssuerConfigSourceTest {

  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<String> ISSUER = Optional.of("https://issuer.example");

  @Test
  void shouldDiscoverAnIssuerThatIsNamedAlone() {
    // When
    Map<String, String> settings = IssuerConfigSource.settings(NONE, ISSUER, NONE, "scribe");

    // Then
    assertThat(settings)
        .containsEntry("quarkus.oidc.auth-server-url", "https://issuer.example")
        .containsEntry("quarkus.oidc.token.issuer", "https://issuer.example")
        .containsEntry("quarkus.oidc.token.audience", "scribe")
        .containsEntry("quarkus.oidc.tenant-enabled", "true")
        .containsEntry("quarkus.oidc.discovery-enabled", "true")
        .doesNotContainKeys("quarkus.oidc.jwks-path", "smallrye.jwt.verify.secretkey");
  }

  @Test
  void shouldFetchTheKeysOfAnIssuerWithoutDiscoveryWhereItIsTold() {
    // When
    Map<String, String> settings =
        IssuerConfigSource.settings(
            NONE, ISSUER, Optional.of("https://issuer.example/keys"), "scribe");

    // Then
    assertThat(settings)
        .containsEntry("quarkus.oidc.discovery-enabled", "false")
        .containsEntry("quarkus.oidc.jwks-path", "https://issuer.example/keys");
  }

  @Test
  void shouldSwitchToTheSharedSecret() {
    // When
    Map<String, String> settings =
        IssuerConfigSource.settings(Optional.of("secret"), ISSUER, NONE, "scribe");

    // Then
    assertThat(settings)
        .containsEntry("quarkus.oidc.tenant-enabled", "false")
        .containsEntry("mp.jwt.verify.issuer", "https://issuer.example")
        .containsEntry(
            "smallrye.jwt.verify.secretkey",
            "{\"kty\":\"oct\",\"alg\":\"HS256\",\"k\":\"c2VjcmV0\"}");
  }

  @Test
  void shouldRefuseToStartWithoutAnIssuerOrWithAGuessableSecret() {
    assertThatThrownBy(() -> IssuerCheck.check(NONE, NONE)).hasMessageContaining("OIDC_ISSUER");
    assertThatThrownBy(() -> IssuerCheck.check(ISSUER, Optional.of("short")))
        .hasMessageContaining("32")
        .hasMessageNotContaining("short.");
    IssuerCheck.check(ISSUER, NONE);
    assertThatThrownBy(() -> IssuerCheck.check(NONE, Optional.of("x".repeat(32))))
        .hasMessageContaining("OIDC_ISSUER");
    IssuerCheck.check(ISSUER, Optional.of("x".repeat(32)));
  }
}
