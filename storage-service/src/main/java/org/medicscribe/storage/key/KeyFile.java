package org.medicscribe.storage.key;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * A file with secret keys: random bytes as Base64, a line each.
 *
 * @param name what the keys are called, in sentences and in the log
 * @param setting what the settings that name and make the file begin with
 * @param bytes of a key
 */
public record KeyFile(String name, String setting, Path path, int bytes) {

  private static final Logger LOG = Logger.getLogger(KeyFile.class);

  /**
   * The lines of the file, which is made first if it is missing and may be made.
   *
   * @param mayMake whether the settings say so; never in production
   * @param environment {@code production} or anything else
   */
  public List<String> lines(boolean mayMake, String environment) throws IOException {
    if (Files.notExists(path)) {
      if (!mayMake || environment.equals("production")) {
        throw new IllegalStateException(
            """
            There is no %1$s at %2$s. Make one with 'openssl rand -base64 %3$d', keep a copy where \
            the backups are not, and name it in %4$s_FILE. (Outside production %4$s_CREATE=true \
            makes one.)\
            """
                .formatted(name, path, bytes, setting));
      }
      make();
    }
    return Files.readAllLines(path);
  }

  private void make() throws IOException {
    byte[] key = new byte[bytes];
    new SecureRandom().nextBytes(key);
    Path parent = path.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    try {
      Files.createFile(
          path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          path, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
      LOG.warnf("made a new %s: file=%s", name, path);
    } catch (FileAlreadyExistsException anotherReplicaWasFaster) {
      LOG.infof("another replica made the %s: file=%s", name, path);
    }
  }
}
