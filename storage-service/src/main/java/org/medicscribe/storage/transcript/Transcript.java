package org.medicscribe.storage.transcript;

import java.util.List;
import java.util.Map;
import org.medicscribe.events.SampleIndex;

/**
 * What was said, as far as it is known and as it was corrected.
 *
 * @param speakers by label, those of whom anything is known
 */
public record Transcript(
    List<TranscriptSegment> segments,
    SampleIndex coveredSamples,
    boolean complete,
    Map<String, Speaker> speakers) {

  @Override
  public String toString() {
    return "Transcript[segments=" + segments.size() + ", complete=" + complete + "]";
  }
}
