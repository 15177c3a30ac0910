package org.medicscribe.storage.audio;

import java.util.ArrayList;
import java.util.List;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;

/** A set of samples as ascending ranges that neither overlap nor touch. */
record SampleRanges(List<SampleRange> ranges) {

  static final SampleRanges NONE = new SampleRanges(List.of());

  SampleRanges {
    ranges = List.copyOf(ranges);
  }

  SampleRanges plus(SampleRange added) {
    List<SampleRange> result = new ArrayList<>(ranges.size() + 1);
    SampleRange merged = added;
    for (SampleRange range : ranges) {
      if (range.end().isBefore(merged.start()) || range.start().isAfter(merged.end())) {
        result.add(range);
      } else {
        merged = new SampleRange(range.start().min(merged.start()), range.end().max(merged.end()));
      }
    }
    result.add(merged);
    result.sort((one, other) -> one.start().compareTo(other.start()));
    return new SampleRanges(result);
  }

  SampleRanges minus(SampleRange removed) {
    List<SampleRange> result = new ArrayList<>(ranges.size() + 1);
    for (SampleRange range : ranges) {
      result.addAll(new SampleRanges(List.of(removed)).missingIn(range));
    }
    return new SampleRanges(result);
  }

  /** What of {@code wanted} is not in the set. */
  List<SampleRange> missingIn(SampleRange wanted) {
    List<SampleRange> missing = new ArrayList<>();
    SampleIndex from = wanted.start();
    for (SampleRange range : within(wanted)) {
      if (from.isBefore(range.start())) {
        missing.add(new SampleRange(from, range.start()));
      }
      from = range.end();
    }
    if (from.isBefore(wanted.end())) {
      missing.add(new SampleRange(from, wanted.end()));
    }
    return missing;
  }

  /** What of {@code window} is in the set. */
  List<SampleRange> within(SampleRange window) {
    return ranges.stream()
        .filter(
            range -> range.start().isBefore(window.end()) && window.start().isBefore(range.end()))
        .map(range ->
            new SampleRange(range.start().max(window.start()), range.end().min(window.end())))
        .toList();
  }

  boolean containsAll(SampleRange wanted) {
    return missingIn(wanted).isEmpty();
  }

  SampleIndex end() {
    return ranges.isEmpty() ? SampleIndex.ZERO : ranges.getLast().end();
  }
}
