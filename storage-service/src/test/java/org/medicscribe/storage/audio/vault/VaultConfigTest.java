package org.medicscribe.storage.audio.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class VaultConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    VaultConfig config =
        Mapping.of(
            VaultConfig.class,
            Map.of(
                "medic-scribe.vault.folder",
                "audio",
                "medic-scribe.vault.master-key-file",
                "key",
                "medic-scribe.vault.environment",
                "development"));

    // Then
    assertThat(config.folder()).isEqualTo(Path.of("audio"));
    assertThat(config.masterKeyFile()).isEqualTo(Path.of("key"));
    assertThat(config.createMasterKey()).isFalse();
    assertThat(config.environment()).isEqualTo("development");
  }

  @Test
  void shouldReadEverySetting() {
    // When
    VaultConfig config =
        Mapping.of(
            VaultConfig.class,
            Map.of(
                "medic-scribe.vault.folder", "a",
                "medic-scribe.vault.master-key-file", "k",
                "medic-scribe.vault.create-master-key", "true",
                "medic-scribe.vault.environment", "production"));

    // Then
    assertThat(config.folder()).isEqualTo(Path.of("a"));
    assertThat(config.masterKeyFile()).isEqualTo(Path.of("k"));
    assertThat(config.createMasterKey()).isTrue();
    assertThat(config.environment()).isEqualTo("production");
  }
}
