package org.medicscribe.devstack.cli;

import java.io.PrintStream;

/**
 * The line that tells how far a visit is. On a terminal it is written over and over; elsewhere it
 * appears every few seconds, so that a log stays readable.
 */
final class Progressing {

  /** Set by the launcher, since Java cannot tell whether standard error is a terminal. */
  private static final String TERMINAL = "scribe.terminal";

  private static final String CLEAR_LINE = "\r\033[K";
  private static final int WIDTH = 100;
  private static final long EVERY_NANOS = 10_000_000_000L;

  private final PrintStream out;
  private final boolean terminal;
  private long last;
  private boolean shown;

  Progressing(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.last = System.nanoTime();
  }

  static Progressing on(PrintStream out) {
    return new Progressing(out, Boolean.getBoolean(TERMINAL));
  }

  void show(String line) {
    if (terminal) {
      out.print(CLEAR_LINE + (line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line));
      out.flush();
      shown = true;
    } else if (System.nanoTime() - last >= EVERY_NANOS) {
      last = System.nanoTime();
      out.println(line);
    }
  }

  /** Makes room for a line of another kind. */
  void clear() {
    if (shown) {
      out.print(CLEAR_LINE);
      out.flush();
      shown = false;
    }
  }

  /** A line that stays. */
  void tell(String line) {
    clear();
    out.println(line);
  }
}
