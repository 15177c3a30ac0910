package org.medicscribe.storage.audio.vault;

import java.io.IOException;
import java.util.Optional;
import org.medicscribe.events.EncounterId;

/**
 * Keeps encrypted windows. Blocking; called from worker threads only. An {@link IOException} means
 * that it does not work now (disk full, network): the caller waits and tries again.
 */
public interface AudioStore {

  /**
   * Keeps the bytes, in place of what was there; they are durable when this returns, and a crash
   * leaves the old bytes or the new ones.
   */
  void write(WindowKey key, byte[] encrypted) throws IOException;

  Optional<byte[]> read(WindowKey key) throws IOException;

  /** Keeps a damaged window out of the way, for a person to look at. */
  void setAside(WindowKey key) throws IOException;

  /** Deletes everything of a recording; nothing there is as good. */
  void deleteAll(EncounterId encounterId) throws IOException;
}
