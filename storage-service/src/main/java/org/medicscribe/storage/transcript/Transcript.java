package org.medicscribe.storage.transcript;

import java.util.List;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;

/** What was said, as far as it is known. */
public record Transcript(List<Segment> segments, SampleIndex coveredSamples, boolean complete) {

  @Override
  public String toString() {
    return "Transcript[segments=" + segments.size() + ", complete=" + complete + "]";
  }
}
