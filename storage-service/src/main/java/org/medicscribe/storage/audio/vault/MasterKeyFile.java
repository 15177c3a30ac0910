package org.medicscribe.storage.audio.vault;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import org.medicscribe.storage.key.KeyFile;

/** Brings the master key in at start: a service that could not read its audio does not start. */
final class MasterKeyFile {

  private MasterKeyFile() {}

  @Produces
  @Singleton
  @Startup
  static MasterKey load(VaultConfig config) {
    KeyFile file = new KeyFile("master key", "MASTER_KEY", config.masterKeyFile(), MasterKey.BYTES);
    try {
      Files.createDirectories(config.folder());
      return MasterKey.of(file.lines(config.createMasterKey(), config.environment()));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The master key %s or the audio folder %s cannot be used: %s"
              .formatted(file.path(), config.folder(), e.getClass().getSimpleName()),
          e);
    }
  }
}
