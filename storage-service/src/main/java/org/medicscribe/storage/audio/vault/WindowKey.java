package org.medicscribe.storage.audio.vault;

import java.nio.charset.StandardCharsets;
import org.medicscribe.events.EncounterId;

/** Names one window of one recording. */
public record WindowKey(EncounterId encounterId, long window) {

  /** Binds the encrypted bytes to their place: a window moved elsewhere does not decrypt. */
  byte[] associatedData() {
    return (encounterId + "/" + window).getBytes(StandardCharsets.UTF_8);
  }
}
