package org.medicscribe.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityConfigTest {

  private static final int PRIORITY = 1000;

  @Test
  void shouldHaveDefaults() {
    // When
    IdentityConfig config = config(Map.of());

    // Then
    assertThat(config.rolesClaim()).isEqualTo("roles");
    assertThat(config.tenantClaim()).isEqualTo("tenant");
    assertThat(config.defaultTenant()).isEmpty();
    assertThat(config.assuranceClaim()).isEqualTo("acr");
    assertThat(config.assurance()).isEmpty();
    assertThat(config.longestTokenAge()).isEqualTo(Duration.ofHours(24));
    assertThat(config.defaultRole()).isEmpty();
  }

  @Test
  void shouldReadEverySetting() {
    // When
    IdentityConfig config =
        config(
            Map.of(
                "medic-scribe.identity.roles-claim", "realm_access/roles",
                "medic-scribe.identity.tenant-claim", "clinic",
                "medic-scribe.identity.default-tenant", "clinic-a",
                "medic-scribe.identity.assurance-claim", "aal",
                "medic-scribe.identity.assurance", "aal2,aal3",
                "medic-scribe.identity.longest-token-age", "PT1H",
                "medic-scribe.identity.default-role", "clinician"));

    // Then
    assertThat(config.rolesClaim()).isEqualTo("realm_access/roles");
    assertThat(config.tenantClaim()).isEqualTo("clinic");
    assertThat(config.defaultTenant()).contains("clinic-a");
    assertThat(config.assuranceClaim()).isEqualTo("aal");
    assertThat(config.assurance()).contains(List.of("aal2", "aal3"));
    assertThat(config.longestTokenAge()).isEqualTo(Duration.ofHours(1));
    assertThat(config.defaultRole()).contains(Role.CLINICIAN);
  }

  private static IdentityConfig config(Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .withMapping(IdentityConfig.class)
        .withSources(new PropertiesConfigSource(keys, "test", 1))
        .withConverter(Duration.class, PRIORITY, new DurationConverter())
        .build()
        .getConfigMapping(IdentityConfig.class);
  }
}
