package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names a segment by the sample its first word starts at, {@code s<sample>}: every reader of the
 * same events gives a segment the same name, and no two segments of a folded transcript share one.
 */
public record SegmentId(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("s\\d{1,18}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SegmentId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("a segment id is 's' and a sample index");
    }
  }

  public static SegmentId startingAt(SampleIndex start) {
    return new SegmentId("s" + start.value());
  }

  /** Where the segment's first word starts. */
  public SampleIndex start() {
    return SampleIndex.of(Long.parseLong(value.substring(1)));
  }

  @Override
  public String toString() {
    return value;
  }
}
