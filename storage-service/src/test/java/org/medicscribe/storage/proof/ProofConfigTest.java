package org.medicscribe.storage.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.storage.testing.Mapping;

class ProofConfigTest {

  @TempDir Path folder;

  private ProofConfig config(String create, String environment) {
    return Mapping.of(
        ProofConfig.class,
        Map.of(
            "medic-scribe.proof.signing-key-file",
            folder.resolve("keys/signing.key").toString(),
            "medic-scribe.proof.heads-file",
            folder.resolve("heads.jsonl").toString(),
            "medic-scribe.proof.create-signing-key",
            create,
            "medic-scribe.proof.environment",
            environment));
  }

  @Test
  void shouldWriteHeadsEveryHourUnlessToldOtherwise() {
    // Given
    Map<String, String> every =
        Map.of(
            "medic-scribe.proof.signing-key-file", "k",
            "medic-scribe.proof.heads-file", "h",
            "medic-scribe.proof.heads-every", "5m",
            "medic-scribe.proof.environment", "production");

    // Then
    assertThat(config("false", "development").headsEvery()).isEqualTo(Duration.ofHours(1));
    assertThat(Mapping.of(ProofConfig.class, every).headsEvery()).isEqualTo(Duration.ofMinutes(5));
    assertThat(Mapping.of(ProofConfig.class, every).createSigningKey()).isFalse();
  }

  @Test
  void shouldMakeAKeyOnceThatNobodyElseCanRead() throws Exception {
    // When
    SigningKeys made = SigningKeyFile.load(config("true", "development"));

    // Then
    Path file = folder.resolve("keys/signing.key");
    byte[] form = {1};
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(SigningKeyFile.load(config("true", "development")).confirm(made.seal(form), form))
        .isTrue();
  }

  @Test
  void shouldNotMakeAKeyInProductionOrUnasked() {
    assertThatThrownBy(() -> SigningKeyFile.load(config("true", "production")))
        .hasMessageContaining("SIGNING_KEY_FILE");
    assertThatThrownBy(() -> SigningKeyFile.load(config("false", "development")))
        .hasMessageContaining("SIGNING_KEY_FILE");
  }
}
