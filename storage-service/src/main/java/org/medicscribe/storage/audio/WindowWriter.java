package org.medicscribe.storage.audio;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import org.jboss.logging.Logger;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleRange;
import org.medicscribe.storage.audio.AudioRepository.Shelf;
import org.medicscribe.storage.audio.vault.AudioVault;
import org.medicscribe.storage.audio.vault.AudioVault.Found;
import org.medicscribe.storage.audio.vault.DataKey;
import org.medicscribe.storage.audio.vault.WindowKey;

/**
 * Puts chunks into the windows they belong to. Blocking. The caller holds the recording's lock, so
 * no other replica writes the same windows meanwhile.
 */
@ApplicationScoped
class WindowWriter {

  private static final Logger LOG = Logger.getLogger(WindowWriter.class);

  private final AudioWindows windows;
  private final AudioVault vault;
  private final Counter written;
  private final Counter bytes;
  private final Counter damaged;

  WindowWriter(AudioConfig config, AudioVault vault, MeterRegistry metrics) {
    this.windows = AudioWindows.of(config.window());
    this.vault = vault;
    this.written = metrics.counter("scribe.audio.windows.written");
    this.bytes = metrics.counter("scribe.audio.bytes.written");
    this.damaged = metrics.counter("scribe.audio.windows.damaged");
  }

  /**
   * Stores what is not stored yet, and not of a recorder that was replaced.
   *
   * @return what is stored now
   */
  SampleRanges store(EncounterId encounterId, Shelf.Open shelf, List<AudioChunk> chunks)
      throws IOException {
    DataKey dataKey = vault.open(encounterId, shelf.dataKey());
    SampleRanges stored = shelf.stored();
    List<AudioChunk> news =
        chunks.stream()
            .filter(chunk -> !chunk.isFromBefore(shelf.since()))
            .filter(chunk -> !stored.containsAll(rangeOf(chunk)))
            .toList();
    SampleRanges now = stored;
    long[] touched =
        news.stream()
            .flatMapToLong(chunk -> windows.touchedBy(rangeOf(chunk)))
            .distinct()
            .sorted()
            .toArray();
    for (long window : touched) {
      now = write(new WindowKey(encounterId, window), dataKey, now, news);
    }
    return now;
  }

  private SampleRanges write(
      WindowKey key, DataKey dataKey, SampleRanges stored, List<AudioChunk> chunks)
      throws IOException {
    SampleRange window = windows.rangeOf(key.window());
    List<SampleRange> before = stored.within(window);
    WindowImage image = before.isEmpty() ? WindowImage.empty(window) : load(key, dataKey, before);
    SampleRanges kept = image.known().isEmpty() ? stored.minus(window) : stored;
    chunks.forEach(image::add);
    byte[] pcm = image.bytes();
    vault.write(dataKey, key, pcm);
    written.increment();
    bytes.increment(pcm.length);
    SampleRanges now = kept;
    for (SampleRange range : image.known()) {
      now = now.plus(range);
    }
    return now;
  }

  private WindowImage load(WindowKey key, DataKey dataKey, List<SampleRange> known)
      throws IOException {
    SampleRange window = windows.rangeOf(key.window());
    return switch (vault.read(dataKey, key)) {
      case Found.Intact(byte[] pcm) -> WindowImage.of(window, pcm, known);
      case Found.Missing() -> lost(key, window);
      case Found.Damaged() -> {
        vault.setAside(key);
        yield lost(key, window);
      }
    };
  }

  /** What was stored there shows as a gap from now on; what comes now is kept. */
  private WindowImage lost(WindowKey key, SampleRange window) {
    damaged.increment();
    LOG.errorf(
        "window is damaged: encounterId=%s window=%d errorKind=INTERNAL",
        key.encounterId(), key.window());
    return WindowImage.empty(window);
  }

  private static SampleRange rangeOf(AudioChunk chunk) {
    return new SampleRange(chunk.first(), chunk.end());
  }
}
