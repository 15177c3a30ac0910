package org.medicscribe.storage.audio.vault;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.testing.Mapping;

/**
 * What a window of ten seconds costs on the volume and in a bucket, one after the other: {@code
 * -Daudio.windows=500}. The time of the server and of the disk is in the waiting, not in the
 * processor time.
 */
@EnabledIfSystemProperty(named = "audio.windows", matches = "[0-9]+")
class AudioStoreSpeedTest {

  private static final int WINDOW = 320_000;
  private static final double MILLIS = 1e6;

  private final int windows = Integer.getInteger("audio.windows");

  @Test
  void shouldTellWhatAWindowCosts(@TempDir Path folder) throws IOException {
    VolumeAudioStore volume =
        new VolumeAudioStore(
            Mapping.of(
                VaultConfig.class,
                Map.of(
                    "medic-scribe.vault.folder", folder.toString(),
                    "medic-scribe.vault.master-key-file", "key",
                    "medic-scribe.vault.environment", "test")),
            Clock.systemUTC());
    try (Bucket bucket = new Bucket()) {
      MovableAudioStore there = bucket.store(Bucket.NAME);
      measure(volume, windows);
      measure(there, windows);
      System.out.println("volume: " + measure(volume, windows));
      System.out.println("bucket: " + measure(there, windows));
    }
  }

  private static String measure(AudioStore store, int windows) throws IOException {
    EncounterId id = new EncounterId(UuidCreator.getTimeOrderedEpoch());
    byte[] window = new byte[WINDOW];
    RandomGenerator.of("L64X128MixRandom").nextBytes(window);
    double[] writes = new double[windows];
    double[] reads = new double[windows];
    long cpu = processorTime();
    for (int i = 0; i < windows; i++) {
      long began = System.nanoTime();
      store.write(new WindowKey(id, i), window);
      writes[i] = (System.nanoTime() - began) / MILLIS;
    }
    double ofWriting = (processorTime() - cpu) / MILLIS / windows;
    cpu = processorTime();
    for (int i = 0; i < windows; i++) {
      long began = System.nanoTime();
      var _ = store.read(new WindowKey(id, i)).orElseThrow();
      reads[i] = (System.nanoTime() - began) / MILLIS;
    }
    double ofReading = (processorTime() - cpu) / MILLIS / windows;
    store.deleteAll(id);
    return "write %s ms, %.2f ms of processor; read %s ms, %.2f ms of processor"
        .formatted(told(writes), ofWriting, told(reads), ofReading);
  }

  private static String told(double[] millis) {
    Arrays.sort(millis);
    return "%.1f / %.1f".formatted(millis[millis.length / 2], millis[millis.length * 99 / 100]);
  }

  private static long processorTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
