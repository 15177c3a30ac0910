package org.medicscribe.storage.audio.vault;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import org.medicscribe.events.EncounterId;

/** Windows in clear on this side, encrypted on the other. Blocking, like its store. */
@ApplicationScoped
public class AudioVault {

  private final AudioStore store;
  private final MasterKey masterKey;

  public AudioVault(AudioStore store, MasterKey masterKey) {
    this.store = store;
    this.masterKey = masterKey;
  }

  /** What is found where a window should be. */
  public sealed interface Found {

    record Intact(byte[] pcm) implements Found {}

    record Missing() implements Found {}

    /** Something is there, and it is not what was stored. */
    record Damaged() implements Found {}
  }

  /** A new data key, wrapped. */
  public String newDataKey(EncounterId encounterId) {
    return masterKey.newDataKey(encounterId);
  }

  public DataKey open(EncounterId encounterId, String wrapped) {
    return masterKey.unwrap(encounterId, wrapped);
  }

  public void write(DataKey dataKey, WindowKey key, byte[] pcm) throws IOException {
    store.write(key, dataKey.encrypt(key, pcm));
  }

  public Found read(DataKey dataKey, WindowKey key) throws IOException {
    Optional<byte[]> encrypted = store.read(key);
    if (encrypted.isEmpty()) {
      return new Found.Missing();
    }
    return dataKey
        .decrypt(key, encrypted.get())
        .<Found>map(Found.Intact::new)
        .orElseGet(Found.Damaged::new);
  }

  public void setAside(WindowKey key) throws IOException {
    store.setAside(key);
  }

  public void erase(EncounterId encounterId) throws IOException {
    store.deleteAll(encounterId);
  }
}
