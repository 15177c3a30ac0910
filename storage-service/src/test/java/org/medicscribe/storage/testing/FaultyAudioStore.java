package org.medicscribe.storage.testing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.vault.AudioStore;
import org.medicscribe.storage.audio.vault.VolumeAudioStore;
import org.medicscribe.storage.audio.vault.WindowKey;

/** The volume, whose disk can be filled. */
@Alternative
@Priority(1)
@ApplicationScoped
public class FaultyAudioStore implements AudioStore {

  private final VolumeAudioStore volume;
  private final AtomicBoolean full = new AtomicBoolean();
  private final AtomicInteger refused = new AtomicInteger();

  FaultyAudioStore(VolumeAudioStore volume) {
    this.volume = volume;
  }

  public void fill() {
    refused.set(0);
    full.set(true);
  }

  public void empty() {
    full.set(false);
  }

  public int refused() {
    return refused.get();
  }

  @Override
  public void write(WindowKey key, byte[] encrypted) throws IOException {
    if (full.get()) {
      refused.incrementAndGet();
      throw new IOException("No space left on device");
    }
    volume.write(key, encrypted);
  }

  @Override
  public Optional<byte[]> read(WindowKey key) throws IOException {
    return volume.read(key);
  }

  @Override
  public void setAside(WindowKey key) throws IOException {
    volume.setAside(key);
  }

  @Override
  public void deleteAll(EncounterId encounterId) throws IOException {
    volume.deleteAll(encounterId);
  }
}
