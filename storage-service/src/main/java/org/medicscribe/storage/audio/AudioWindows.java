package org.medicscribe.storage.audio;

import java.time.Duration;
import java.util.stream.LongStream;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;

/** Cuts the sample clock into windows of equal length, the same for every replica and replay. */
record AudioWindows(int samples) {

  AudioWindows {
    if (samples <= 0) {
      throw new IllegalArgumentException("a window holds samples");
    }
  }

  static AudioWindows of(Duration length) {
    return new AudioWindows(Math.toIntExact(SampleIndex.samplesIn(length)));
  }

  long windowOf(SampleIndex position) {
    return position.value() / samples;
  }

  SampleRange rangeOf(long window) {
    return new SampleRange(
        SampleIndex.of(window * samples), SampleIndex.of((window + 1) * samples));
  }

  /** Where the window that holds {@code position} begins. */
  SampleIndex startOf(SampleIndex position) {
    return SampleIndex.of(windowOf(position) * samples);
  }

  LongStream touchedBy(SampleRange range) {
    return LongStream.rangeClosed(
        windowOf(range.start()), windowOf(SampleIndex.of(range.end().value() - 1)));
  }
}
