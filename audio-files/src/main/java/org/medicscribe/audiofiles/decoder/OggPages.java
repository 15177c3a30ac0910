package org.medicscribe.audiofiles.decoder;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An Ogg file (RFC 3533): pages one behind the other, and the last one of each stream is marked as
 * such. Nothing says how long the whole is.
 */
final class OggPages implements FileEnd {

  private static final int CAPTURE = 0x5367674f;
  private static final int HEAD = 27;
  private static final int MOST_SEGMENTS = 255;
  private static final int FLAGS_AT = 5;
  private static final int STREAM_AT = 14;
  private static final int SEGMENTS_AT = 26;
  private static final int FIRST = 2;
  private static final int LAST = 4;

  /** A file with more streams than this is not followed any further. */
  private static final int MOST_STREAMS = 32;

  private final ByteBuffer looked =
      ByteBuffer.allocate(HEAD + MOST_SEGMENTS).order(ByteOrder.LITTLE_ENDIAN);
  private final Set<Integer> open = new HashSet<>();
  private int want = HEAD;
  private long skipped;
  private boolean isOther;

  @Override
  public void follow(byte[] bytes, int count) {
    int at = 0;
    while (at < count && !isOther) {
      if (skipped > 0) {
        int passed = (int) Math.min(skipped, count - at);
        skipped -= passed;
        at += passed;
        closeIfLast();
      } else {
        int taken = Math.min(want - looked.position(), count - at);
        looked.put(bytes, at, taken);
        at += taken;
        if (looked.position() == want) {
          look();
        }
      }
    }
  }

  private void look() {
    int segments = looked.get(SEGMENTS_AT) & 0xff;
    if (looked.getInt(0) != CAPTURE) {
      isOther = true;
    } else if (want == HEAD && segments > 0) {
      want = HEAD + segments;
    } else {
      page(segments);
    }
  }

  private void page(int segments) {
    if ((looked.get(FLAGS_AT) & FIRST) != 0) {
      open.add(looked.getInt(STREAM_AT));
      isOther = open.size() > MOST_STREAMS;
    }
    for (int i = 0; i < segments; i++) {
      skipped += looked.get(HEAD + i) & 0xff;
    }
    closeIfLast();
  }

  /** Once all of a page is there, its stream is whole if it says so. */
  private void closeIfLast() {
    if (skipped > 0) {
      return;
    }
    if ((looked.get(FLAGS_AT) & LAST) != 0) {
      open.remove(looked.getInt(STREAM_AT));
    }
    looked.clear();
    want = HEAD;
  }

  @Override
  public OptionalDouble promised() {
    return OptionalDouble.empty();
  }

  @Override
  public boolean isCutOff() {
    return !isOther && !open.isEmpty();
  }
}
