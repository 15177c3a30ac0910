package org.medicscribe.storage.audio.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Where audio rests, and the key of its keys. */
@ConfigMapping(prefix = "medic-scribe.vault")
public interface VaultConfig {

  /** One folder per encounter in here. */
  Path folder();

  /**
   * File with the master key: 32 random bytes as Base64, a line each. The first line wraps new data
   * keys, every line unwraps: put a new key on top to rotate.
   */
  Path masterKeyFile();

  /** Make the file if it is missing; for development, refused in production. */
  @WithDefault("false")
  boolean createMasterKey();

  /** {@code production} or anything else. */
  String environment();
}
