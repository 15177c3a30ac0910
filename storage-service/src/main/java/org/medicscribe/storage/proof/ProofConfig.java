package org.medicscribe.storage.proof;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What a record is proven by; all of it lies where the owner of the database cannot reach. */
@ConfigMapping(prefix = "medic-scribe.proof")
public interface ProofConfig {

  /**
   * File with the signing key: 32 random bytes as Base64, a line each. The first line signs, every
   * line verifies: put a new key on top to rotate, and keep the old ones.
   */
  Path signingKeyFile();

  /** Make the file if it is missing; for development, refused in production. */
  @WithDefault("false")
  boolean createSigningKey();

  /** Where the heads of the audit trail are written down, a line each; only ever appended to. */
  Path headsFile();

  /** How often. What is cut off behind the last head is not missed, so the shorter the better. */
  @WithDefault("1h")
  Duration headsEvery();

  /** {@code production} or anything else. */
  String environment();
}
