package org.medicscribe.simulators.deepgram;

import java.time.Instant;
import java.util.Arrays;

/**
 * A growing table of moments, each with three numbers; holds at most {@link #MAX} and then counts
 * what it left out.
 */
final class Times {

  /** Three hours of 100 ms frames. */
  static final int MAX = 110_000;

  private static final int COLUMNS = 5;

  private long[] rows = new long[64 * COLUMNS];
  private int count;
  private long leftOut;

  void add(long a, long b, long c) {
    if (count == MAX) {
      leftOut++;
      return;
    }
    int at = count * COLUMNS;
    if (at == rows.length) {
      rows = Arrays.copyOf(rows, rows.length * 2);
    }
    Instant now = Instant.now();
    rows[at] = now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
    rows[at + 1] = System.nanoTime();
    rows[at + 2] = a;
    rows[at + 3] = b;
    rows[at + 4] = c;
    count++;
  }

  int count() {
    return count;
  }

  long leftOut() {
    return leftOut;
  }

  long epochMicros(int row) {
    return rows[row * COLUMNS];
  }

  long nanos(int row) {
    return rows[row * COLUMNS + 1];
  }

  /** One of the three numbers, 0 to 2. */
  long number(int row, int which) {
    return rows[row * COLUMNS + 2 + which];
  }
}
