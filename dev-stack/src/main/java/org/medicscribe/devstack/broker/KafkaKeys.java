package org.medicscribe.devstack.broker;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.medicscribe.events.KafkaAccess;

/**
 * The keys by which broker and clients know each other: one file for each, with its private key and
 * its certificate, and the certificate of the authority that signed them all.
 *
 * @param folder of this user only; made as a whole, at the first start
 */
public record KafkaKeys(Path folder) {

  /** Makes what is missing: all of it, since the authority's own key is not kept. */
  public void prepare() throws IOException {
    if (Files.exists(authority())) {
      return;
    }
    Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
    deleteFolder(unfinished);
    PrivateFiles.createFolder(unfinished);
    List<String> names = new ArrayList<>(KafkaAccess.CLIENTS);
    names.add(KafkaAccess.OPERATOR);
    KeyAuthority authority = new KeyAuthority();
    for (String name : names) {
      PrivateFiles.write(file(unfinished, name), authority.issue(name));
    }
    PrivateFiles.write(
        file(unfinished, KafkaAccess.BROKER), authority.issueForHere(KafkaAccess.BROKER));
    PrivateFiles.write(authority(unfinished), authority.certificate());
    deleteFolder(folder);
    move(unfinished);
  }

  /** The certificate by which each side knows the other's. */
  public Path authority() {
    return authority(folder);
  }

  /** Key and certificate of one of {@link KafkaAccess}. */
  public Path of(String name) {
    return file(folder, name);
  }

  /** What a client sets that is to be taken for this one. */
  public Map<String, String> settings(String name) {
    return Map.of(
        "security.protocol",
        "SSL",
        "ssl.keystore.type",
        "PEM",
        "ssl.keystore.location",
        of(name).toString(),
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.location",
        authority().toString());
  }

  private void move(Path unfinished) throws IOException {
    try {
      Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, folder);
    }
  }

  private static Path authority(Path folder) {
    return file(folder, "authority");
  }

  private static Path file(Path folder, String name) {
    return folder.resolve(name + ".pem");
  }

  private static void deleteFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
