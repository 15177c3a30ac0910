package org.medicscribe.storage.audio.move;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.vault.MovableAudioStore;
import org.medicscribe.storage.audio.vault.WindowKey;

/** A place that can fail at any of its steps, before or after the step was done. */
final class StoreInMemory implements MovableAudioStore {

  private final SortedMap<WindowKey, byte[]> windows = new ConcurrentSkipListMap<>();
  private final Steps steps;
  private Runnable beforeNextRead = () -> {};
  private Runnable beforeNextWrite = () -> {};

  StoreInMemory(Steps steps) {
    this.steps = steps;
  }

  /** Counts what is asked of all places; the one that is named fails. */
  static final class Steps {

    private int done;
    private int failing = Integer.MAX_VALUE;
    private boolean isDoneFirst;

    void failAt(int step, boolean isDoneFirst) {
      this.done = 0;
      this.failing = step;
      this.isDoneFirst = isDoneFirst;
    }

    int done() {
      return done;
    }

    private <T> T take(java.util.function.Supplier<T> step) throws IOException {
      boolean fails = ++done == failing;
      if (fails && !isDoneFirst) {
        throw new IOException("cut off before");
      }
      T result = step.get();
      if (fails) {
        throw new IOException("cut off after");
      }
      return result;
    }
  }

  /** As a test sees it. */
  SortedMap<WindowKey, byte[]> content() {
    return windows;
  }

  /** What happens between the look and the write of who writes next. */
  void beforeNextWrite(Runnable happening) {
    this.beforeNextWrite = happening;
  }

  void beforeNextRead(Runnable happening) {
    this.beforeNextRead = happening;
  }

  @Override
  public void write(WindowKey key, byte[] encrypted) throws IOException {
    Runnable happening = beforeNextWrite;
    beforeNextWrite = () -> {};
    happening.run();
    steps.take(() -> windows.put(key, encrypted.clone()));
  }

  @Override
  public Optional<byte[]> read(WindowKey key) throws IOException {
    Runnable happening = beforeNextRead;
    beforeNextRead = () -> {};
    happening.run();
    return steps.take(() -> Optional.ofNullable(windows.get(key)));
  }

  @Override
  public void setAside(WindowKey key) throws IOException {
    delete(key);
  }

  @Override
  public void deleteAll(EncounterId encounterId) throws IOException {
    steps.take(() -> windows.keySet().removeIf(key -> key.encounterId().equals(encounterId)));
  }

  @Override
  public Stream<EncounterId> recordings() {
    return windows.keySet().stream().map(WindowKey::encounterId).distinct().toList().stream();
  }

  @Override
  public List<WindowKey> windowsOf(EncounterId encounterId) {
    return windows.keySet().stream().filter(key -> key.encounterId().equals(encounterId)).toList();
  }

  @Override
  public void delete(WindowKey key) throws IOException {
    steps.take(() -> Optional.ofNullable(windows.remove(key)));
  }
}
