package org.medicscribe.edge.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    IdentityConfig config = config(Map.of());

    // Then
    assertThat(config.rolesClaim()).isEqualTo("roles");
    assertThat(config.tenantClaim()).isEqualTo("tenant");
    assertThat(config.defaultTenant()).isEqualTo("default");
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
                "medic-scribe.identity.default-role", "clinician"));

    // Then
    assertThat(config.rolesClaim()).isEqualTo("realm_access/roles");
    assertThat(config.tenantClaim()).isEqualTo("clinic");
    assertThat(config.defaultTenant()).isEqualTo("clinic-a");
    assertThat(config.defaultRole()).contains(Role.CLINICIAN);
  }

  private static IdentityConfig config(Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .withMapping(IdentityConfig.class)
        .withSources(new PropertiesConfigSource(keys, "test", 1))
        .build()
        .getConfigMapping(IdentityConfig.class);
  }
}
