package org.medicscribe.storage.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;

/**
 * The samples of one window as they are put together. A sample that is known stays as it is,
 * whatever comes later: replays change nothing. Holes read as silence. Not thread-safe.
 */
final class WindowImage {

  private final SampleRange window;
  private final byte[] pcm;
  private SampleRanges known;

  private WindowImage(SampleRange window, byte[] pcm, SampleRanges known) {
    this.window = window;
    this.pcm = pcm;
    this.known = known;
  }

  static WindowImage empty(SampleRange window) {
    return new WindowImage(
        window, new byte[Math.toIntExact(window.samples() * SampleIndex.BYTES)], SampleRanges.NONE);
  }

  /** What was stored before, of which {@code known} is to be trusted. */
  static WindowImage of(SampleRange window, byte[] stored, List<SampleRange> known) {
    byte[] pcm = Arrays.copyOf(stored, Math.toIntExact(window.samples() * SampleIndex.BYTES));
    return new WindowImage(window, pcm, new SampleRanges(known));
  }

  /** Fills in what the chunk has of this window and is not known yet. */
  void add(AudioChunk chunk) {
    SampleIndex start = chunk.first().max(window.start());
    SampleIndex end = chunk.end().min(window.end());
    if (!start.isBefore(end)) {
      return;
    }
    SampleRange part = new SampleRange(start, end);
    for (SampleRange missing : known.missingIn(part)) {
      copy(chunk, missing);
    }
    known = known.plus(part);
  }

  List<SampleRange> known() {
    return known.ranges();
  }

  /** From the start of the window to its last known sample. */
  byte[] bytes() {
    return Arrays.copyOf(
        pcm, Math.toIntExact(known.end().minus(window.start()) * SampleIndex.BYTES));
  }

  private void copy(AudioChunk chunk, SampleRange range) {
    ByteBuffer source = chunk.pcm();
    int from = source.position() + bytes(range.start().minus(chunk.first()));
    source.get(from, pcm, bytes(range.start().minus(window.start())), bytes(range.samples()));
  }

  private static int bytes(long samples) {
    return Math.toIntExact(samples * SampleIndex.BYTES);
  }
}
