package org.medicscribe.storage.audio.vault;

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

/** Brings the master key in at start: a service that could not read its audio does not start. */
final class MasterKeyFile {

  private static final Logger LOG = Logger.getLogger(MasterKeyFile.class);

  private MasterKeyFile() {}

  @Produces
  @Singleton
  @Startup
  static MasterKey load(VaultConfig config) {
    Path file = config.masterKeyFile();
    try {
      Files.createDirectories(config.folder());
      if (Files.notExists(file)) {
        create(config, file);
      }
      return MasterKey.of(Files.readAllLines(file));
    } catch (IOException e) {
      throw new IllegalStateException(
          "The master key %s or the audio folder %s cannot be used: %s"
              .formatted(file, config.folder(), e.getClass().getSimpleName()),
          e);
    }
  }

  private static void create(VaultConfig config, Path file) throws IOException {
    if (!config.createMasterKey() || config.environment().equals("production")) {
      throw new IllegalStateException(
          """
          There is no master key at %s. Make one with 'openssl rand -base64 32', keep a copy where \
          the backups are not, and name it in MASTER_KEY_FILE. (Outside production \
          MASTER_KEY_CREATE=true makes one.)\
          """
              .formatted(file));
    }
    byte[] key = new byte[MasterKey.BYTES];
    new SecureRandom().nextBytes(key);
    Path parent = file.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
      LOG.warnf("made a new master key: file=%s", file);
    } catch (FileAlreadyExistsException anotherReplicaWasFaster) {
      LOG.infof("another replica made the master key: file=%s", file);
    }
  }
}
