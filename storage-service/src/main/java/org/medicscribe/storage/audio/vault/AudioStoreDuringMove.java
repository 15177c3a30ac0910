package org.medicscribe.storage.audio.vault;

import java.io.IOException;
import java.util.Optional;
import org.medicscribe.events.EncounterId;

/** Writes to one store and still finds what lies in the one before it. */
final class AudioStoreDuringMove implements AudioStore {

  private final AudioStore now;
  private final AudioStore before;

  AudioStoreDuringMove(AudioStore now, AudioStore before) {
    this.now = now;
    this.before = before;
  }

  @Override
  public void write(WindowKey key, byte[] encrypted) throws IOException {
    now.write(key, encrypted);
  }

  /** A window that is in neither may have been moved between the two looks. */
  @Override
  public Optional<byte[]> read(WindowKey key) throws IOException {
    Optional<byte[]> found = now.read(key);
    if (found.isEmpty()) {
      found = before.read(key);
    }
    return found.isPresent() ? found : now.read(key);
  }

  /** In both: an older one that came to light instead would know less than the database. */
  @Override
  public void setAside(WindowKey key) throws IOException {
    before.setAside(key);
    now.setAside(key);
  }

  @Override
  public void deleteAll(EncounterId encounterId) throws IOException {
    before.deleteAll(encounterId);
    now.deleteAll(encounterId);
  }
}
