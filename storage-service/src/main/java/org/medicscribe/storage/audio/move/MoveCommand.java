package org.medicscribe.storage.audio.move;

import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.medicscribe.storage.audio.vault.AudioStoreConfig;
import org.medicscribe.storage.audio.vault.AudioStoreConfig.Place;
import org.medicscribe.storage.audio.vault.AudioStores;
import org.medicscribe.storage.audio.vault.MovableAudioStore;
import org.medicscribe.storage.audio.vault.VaultConfig;
import org.medicscribe.storage.audio.vault.VolumeAudioStore;
import org.medicscribe.storage.command.ServiceSettings;

/**
 * Moves all audio from the place before to the place of now, with the settings of the service that
 * runs beside it: {@code deploy/audio move}. Ends with 0 when nothing is left to move, with 2 when
 * it could not go on; what was moved until then stays moved.
 */
public final class MoveCommand {

  private MoveCommand() {}

  public static void main(String[] arguments) {
    System.exit(run(System.out, System.err));
  }

  private static int run(PrintStream out, PrintStream err) {
    try {
      SmallRyeConfig settings = ServiceSettings.read(AudioStoreConfig.class, VaultConfig.class);
      AudioStoreConfig config = settings.getConfigMapping(AudioStoreConfig.class);
      Optional<Place> before = config.before().filter(place -> place != config.place());
      if (before.isEmpty()) {
        err.println(
            "Nothing is to be moved: AUDIO_STORE_BEFORE names no other place than AUDIO_STORE.");
        return 2;
      }
      VaultConfig vault = settings.getConfigMapping(VaultConfig.class);
      Clock clock = Clock.systemUTC();
      MovableAudioStore from = store(before.get(), config, vault, clock);
      MovableAudioStore to = store(config.place(), config, vault, clock);
      try (Connection database = ServiceSettings.database(settings)) {
        long began = System.nanoTime();
        print(out, new AudioMove(database, from, to).run(), System.nanoTime() - began);
        return 0;
      }
    } catch (IOException | SQLException | IllegalStateException e) {
      err.println("Stopped, and can be started again: " + e.getMessage());
      return 2;
    }
  }

  private static MovableAudioStore store(
      Place place, AudioStoreConfig config, VaultConfig vault, Clock clock) {
    return AudioStores.at(place, config, () -> new VolumeAudioStore(vault, clock), clock);
  }

  private static void print(PrintStream out, AudioMove.Report report, long nanos) {
    out.printf(
        "%d windows (%.1f MB) of %d recordings moved in %.1f s%n",
        report.windows(), report.bytes() / 1e6, report.recordings(), nanos / 1e9);
    if (report.withdrawn() > 0) {
      out.printf("%d withdrawn recordings deleted.%n", report.withdrawn());
    }
    if (report.strangers() > 0) {
      out.printf(
          "%d recordings are not in the database and stay where they are.%n", report.strangers());
    }
  }
}
