package org.medicscribe.transcription.events;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where in the log of a visit one recorder took over from another. Not thread-safe. */
final class RecorderMarks {

  private final TreeMap<Long, Long> claims = new TreeMap<>();

  /** The recorder of this claim has replaced those of earlier ones. */
  void add(long offset, long claim) {
    claims.put(offset, Math.max(claim, claimAt(offset)));
  }

  /** The earliest claim whose audio is part of the visit where it stands at this offset. */
  long claimAt(long offset) {
    Map.@Nullable Entry<Long, Long> before = claims.lowerEntry(offset);
    return before == null ? 0 : before.getValue();
  }
}
