package org.medicscribe.storage.audio.vault;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.medicscribe.events.EncounterId;

/** A store that a test can look into. */
public final class MemoryAudioStore implements AudioStore {

  private final Map<WindowKey, byte[]> windows = new HashMap<>();
  private int writes;
  private int setAside;

  @Override
  public void write(WindowKey key, byte[] encrypted) {
    writes++;
    windows.put(key, encrypted.clone());
  }

  @Override
  public Optional<byte[]> read(WindowKey key) {
    return Optional.ofNullable(windows.get(key)).map(byte[]::clone);
  }

  @Override
  public void setAside(WindowKey key) {
    setAside++;
    windows.remove(key);
  }

  @Override
  public void deleteAll(EncounterId encounterId) {
    windows.keySet().removeIf(key -> key.encounterId().equals(encounterId));
  }

  public void flipABit(WindowKey key) {
    byte[] window = Objects.requireNonNull(windows.get(key));
    window[window.length / 2] ^= 1;
  }

  public int writes() {
    return writes;
  }

  public int setAside() {
    return setAside;
  }
}
