package org.medicscribe.storage.audio.vault;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.medicscribe.events.EncounterId;

/** Names one window of one recording. */
public record WindowKey(EncounterId encounterId, long window) implements Comparable<WindowKey> {

  private static final Comparator<WindowKey> ORDER =
      Comparator.comparing((WindowKey key) -> key.encounterId().value())
          .thenComparingLong(WindowKey::window);

  @Override
  public int compareTo(WindowKey other) {
    return ORDER.compare(this, other);
  }

  /** Binds the encrypted bytes to their place: a window moved elsewhere does not decrypt. */
  byte[] associatedData() {
    return (encounterId + "/" + window).getBytes(StandardCharsets.UTF_8);
  }
}
