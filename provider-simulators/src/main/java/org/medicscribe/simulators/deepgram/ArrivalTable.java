package org.medicscribe.simulators.deepgram;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When the audio of one ruler session came and when its words were told, over all its streams, as
 * columns: made for a benchmark in another process.
 *
 * <p>{@code arrivals}: at {@code epochMicros[i]} (and {@code nanos[i]} of this machine's monotonic
 * clock) the ruler was there up to {@code through[i]}, excluded. {@code results}: at that time a
 * result whose last word was {@code lastWord[i]} went out, final when {@code isFinal[i]} is 1.
 */
final class ArrivalTable {

  /** A growing column. */
  private static final class Column {
    long[] values = new long[256];
    int count;

    void add(long value) {
      if (count == values.length) {
        values = Arrays.copyOf(values, count * 2);
      }
      values[count++] = value;
    }

    long[] toArray() {
      return Arrays.copyOf(values, count);
    }
  }

  private final long session;
  private final Map<String, Column> arrivals = columns("epochMicros", "nanos", "through");
  private final Map<String, Column> results =
      columns("epochMicros", "nanos", "lastWord", "isFinal");
  private long leftOut;

  ArrivalTable(long session) {
    this.session = session;
  }

  void append(Times arrived, Times told) {
    leftOut += arrived.leftOut() + told.leftOut();
    append(arrived, arrivals);
    append(told, results);
  }

  Map<String, Object> toJson() {
    return Map.of(
        "session",
        session,
        "arrivals",
        json(arrivals),
        "results",
        json(results),
        "leftOut",
        leftOut);
  }

  private void append(Times times, Map<String, Column> columns) {
    for (int row = 0; row < times.count(); row++) {
      if (times.number(row, 0) == session) {
        int number = 1;
        for (Map.Entry<String, Column> column : columns.entrySet()) {
          column
              .getValue()
              .add(
                  switch (column.getKey()) {
                    case "epochMicros" -> times.epochMicros(row);
                    case "nanos" -> times.nanos(row);
                    default -> times.number(row, number++);
                  });
        }
      }
    }
  }

  private static Map<String, Column> columns(String... names) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : names) {
      columns.put(name, new Column());
    }
    return columns;
  }

  private static Map<String, long[]> json(Map<String, Column> columns) {
    Map<String, long[]> json = new LinkedHashMap<>();
    columns.forEach((name, column) -> json.put(name, column.toArray()));
    return json;
  }
}
