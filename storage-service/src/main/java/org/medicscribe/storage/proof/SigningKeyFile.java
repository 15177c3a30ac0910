package org.medicscribe.storage.proof;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.medicscribe.storage.key.KeyFile;

/** Brings the signing keys in at start: a service that could not seal a record does not start. */
final class SigningKeyFile {

  private SigningKeyFile() {}

  @Produces
  @Singleton
  @Startup
  static SigningKeys load(ProofConfig config) {
    KeyFile file =
        new KeyFile("signing key", "SIGNING_KEY", config.signingKeyFile(), SigningKeys.BYTES);
    try {
      return SigningKeys.of(file.lines(config.createSigningKey(), config.environment()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The signing key %s cannot be used: %s"
              .formatted(file.path(), e.getClass().getSimpleName()),
          e);
    }
  }
}
