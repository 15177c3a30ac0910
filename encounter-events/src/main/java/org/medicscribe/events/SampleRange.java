package org.medicscribe.events;

/** The samples {@code [start, end)}, at least one. */
public record SampleRange(SampleIndex start, SampleIndex end) {

  public SampleRange {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("an empty range");
    }
  }

  public long samples() {
    return end.minus(start);
  }
}
