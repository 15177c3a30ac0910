package org.medicscribe.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A small shell that outlives this process by a moment: when its input ends, for whatever reason
 * this process ended, it stops every child that is still named to it. So a {@code kill -9} of the
 * suite leaves nothing behind, on Linux and macOS alike.
 */
public final class Watchdog implements AutoCloseable {

  /** How long a child may take to end by itself before it is killed. */
  private static final int GRACE_SECONDS = 5;

  /**
   * Reads "+ pid" and "- pid" lines. Deaf to the signals of the terminal, since it has to stay
   * until the last child is gone. Reads are not timed: the end of input is the only alarm.
   */
  private static final String PROGRAM =
      """
      trap '' INT TERM HUP QUIT
      watched=' '
      while read -r sign pid; do
        case $sign in
          +) watched="$watched$pid " ;;
          -) watched=$(printf '%s' "$watched" | sed "s/ $pid / /") ;;
        esac
      done
      [ "$watched" = ' ' ] && exit 0
      kill -TERM $watched 2>/dev/null
      anyone_left() {
        for pid in $watched; do kill -0 "$pid" 2>/dev/null && return 0; done
        return 1
      }
      waited=0
      while [ $waited -lt GRACE ] && anyone_left; do
        sleep 1
        waited=$((waited + 1))
      done
      kill -KILL $watched 2>/dev/null
      exit 0
      """
          .replace("GRACE", Integer.toString(GRACE_SECONDS));

  private final Process shell;
  private final Writer orders;

  private Watchdog(Process shell) {
    this.shell = shell;
    this.orders = shell.outputWriter(StandardCharsets.US_ASCII);
  }

  public static Watchdog start() throws IOException {
    return new Watchdog(
        new ProcessBuilder("/bin/sh", "-c", PROGRAM)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start());
  }

  public void watch(long pid) {
    order("+ " + pid);
  }

  public void forget(long pid) {
    order("- " + pid);
  }

  private synchronized void order(String line) {
    try {
      orders.write(line + "\n");
      orders.flush();
    } catch (IOException e) {
      if (shell.isAlive()) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Ends the watch, and with it every child still named. */
  @Override
  public void close() {
    try {
      orders.close();
      if (!shell.waitFor(GRACE_SECONDS + 2L, TimeUnit.SECONDS)) {
        shell.destroyForcibly();
      }
    } catch (IOException e) {
      shell.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
