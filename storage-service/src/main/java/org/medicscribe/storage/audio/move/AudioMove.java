package org.medicscribe.storage.audio.move;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audio.vault.MovableAudioStore;
import org.medicscribe.storage.audio.vault.WindowKey;

/**
 * Moves windows as they are, encrypted; no key is needed. Blocking.
 *
 * <p>A window is written to its new place, read back, and only then deleted in the old one, all
 * under the lock that who stores audio takes too. So it is at every moment in at least one of them,
 * a move may be stopped anywhere, and the next one goes on where this one ended. A window that is
 * in the new place already is as young or younger there, since the service writes nowhere else.
 */
final class AudioMove {

  /** Under one lock: some tenths of a second for which a live recording waits. */
  private static final int AT_ONCE = 20;

  private final Connection database;
  private final MovableAudioStore from;
  private final MovableAudioStore to;

  /** A connection whose transactions are this move's. */
  AudioMove(Connection database, MovableAudioStore from, MovableAudioStore to) {
    this.database = database;
    this.from = from;
    this.to = to;
  }

  /**
   * What was done.
   *
   * @param strangers recordings that the database does not know; they stay where they are
   */
  record Report(long recordings, long windows, long bytes, long withdrawn, long strangers) {

    private static final Report NOTHING = new Report(0, 0, 0, 0, 0);

    private Report and(Report other) {
      return new Report(
          recordings + other.recordings,
          windows + other.windows,
          bytes + other.bytes,
          withdrawn + other.withdrawn,
          strangers + other.strangers);
    }
  }

  Report run() throws SQLException, IOException {
    database.setAutoCommit(false);
    Report all = Report.NOTHING;
    try (Stream<EncounterId> recordings = from.recordings()) {
      for (EncounterId id : (Iterable<EncounterId>) recordings::iterator) {
        all = all.and(move(id));
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return all;
  }

  private Report move(EncounterId id) throws SQLException, IOException {
    List<WindowKey> windows = from.windowsOf(id);
    Report moved = new Report(windows.isEmpty() ? 0 : 1, 0, 0, 0, 0);
    for (int next = 0; next < windows.size(); next += AT_ONCE) {
      List<WindowKey> some = windows.subList(next, Math.min(next + AT_ONCE, windows.size()));
      Optional<Boolean> isKept = lock(id);
      try {
        if (isKept.isEmpty()) {
          return new Report(0, 0, 0, 0, 1);
        }
        if (!isKept.get()) {
          from.deleteAll(id);
          return new Report(0, 0, 0, 1, 0);
        }
        for (WindowKey key : some) {
          moved = moved.and(move(key));
        }
      } finally {
        database.rollback();
      }
    }
    return moved;
  }

  private Report move(WindowKey key) throws IOException {
    Optional<byte[]> window = from.read(key);
    if (window.isEmpty()) {
      return Report.NOTHING;
    }
    if (to.read(key).isEmpty()) {
      to.write(key, window.get());
      if (!Arrays.equals(window.get(), to.read(key).orElse(null))) {
        throw new IOException("a window was not kept as it was written: " + key);
      }
    }
    from.delete(key);
    return new Report(0, 1, window.get().length, 0, 0);
  }

  /** Whether its audio is kept, or withdrawn; empty for a recording that nobody knows. */
  private Optional<Boolean> lock(EncounterId id) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(
            "select data_key is not null from audio where encounter_id = ? for update")) {
      statement.setObject(1, id.value());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
      }
    }
  }
}
