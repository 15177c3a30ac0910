package org.medicscribe.storage.proof;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jboss.logging.Logger;

/** Brings the signing keys in at start: a service that could not seal a record does not start. */
final class SigningKeyFile {

  private static final Logger LOG = Logger.getLogger(SigningKeyFile.class);

  private SigningKeyFile() {}

  @Produces
  @Singleton
  @Startup
  static SigningKeys load(ProofConfig config) {
    Path file = config.signingKeyFile();
    try {
      if (Files.notExists(file)) {
        create(config, file);
      }
      return SigningKeys.of(Files.readAllLines(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The signing key %s cannot be used: %s".formatted(file, e.getClass().getSimpleName()), e);
    }
  }

  private static void create(ProofConfig config, Path file) throws IOException {
    if (!config.createSigningKey() || config.environment().equals("production")) {
      throw new IllegalStateException(
          """
          There is no signing key at %s. Make one with 'openssl rand -base64 32', keep a copy where \
          the backups are not, and name it in SIGNING_KEY_FILE. (Outside production \
          SIGNING_KEY_CREATE=true makes one.)\
          """
              .formatted(file));
    }
    byte[] seed = new byte[SigningKeys.BYTES];
    new SecureRandom().nextBytes(seed);
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file, Base64.getEncoder().encodeToString(seed) + "\n", StandardOpenOption.WRITE);
      LOG.warnf("made a new signing key: file=%s", file);
    } catch (FileAlreadyExistsException anotherReplicaWasFaster) {
      LOG.infof("another replica made the signing key: file=%s", file);
    }
  }
}
