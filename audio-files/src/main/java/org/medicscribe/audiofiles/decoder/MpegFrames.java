package org.medicscribe.audiofiles.decoder;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * An MP3 or a bare AAC stream: frames one behind the other. An encoder that has finished says in
 * the first frame how many there are (the tags Xing, Info and VBRI), and how much silence it put
 * around them (LAME).
 */
final class MpegFrames implements FileEnd {

  private static final int TAG_HEAD = 10;
  private static final int MOST_LOOKED_AT = 200;

  /** Encoders have been seen to leave the last frame short by less. */
  private static final int SHORTEST_CUT = 5;

  private enum Part {
    /** Tags of ID3v2, which may hold pictures, and the head of the first frame. */
    BEGINNING,
    /** What the first frame says about the whole. */
    FIRST_FRAME,
    FRAME,
    /** Something else than frames: what players show, or damage. */
    OTHER
  }

  private final byte[] looked = new byte[MOST_LOOKED_AT];
  private int have;
  private int want = TAG_HEAD;
  private long skipped;
  private Part part = Part.BEGINNING;
  private boolean isInFrame;
  private MpegFrame frame = new MpegFrame(0, 0, 1, 0);
  private OptionalDouble promised = OptionalDouble.empty();

  @Override
  public void follow(byte[] bytes, int count) {
    int at = 0;
    while (at < count && part != Part.OTHER) {
      if (skipped > 0) {
        int passed = (int) Math.min(skipped, count - at);
        skipped -= passed;
        at += passed;
      } else {
        int taken = Math.min(want - have, count - at);
        System.arraycopy(bytes, at, looked, have, taken);
        have += taken;
        at += taken;
        if (have == want) {
          look();
        }
      }
    }
  }

  private void look() {
    switch (part) {
      case BEGINNING -> {
        if (startsWith(0, "ID3")) {
          boolean hasFooter = (looked[5] & 0x10) != 0;
          next(Part.BEGINNING, TAG_HEAD, tagBytes() + (hasFooter ? TAG_HEAD : 0));
        } else {
          first();
        }
      }
      case FIRST_FRAME -> {
        promised = promise();
        next(Part.FRAME, MpegFrame.HEAD, frame.bytes() - have);
      }
      case FRAME -> {
        Optional<MpegFrame> another = MpegFrame.of(Arrays.copyOf(looked, have));
        if (another.isPresent() && another.get().rate() == frame.rate()) {
          next(Part.FRAME, MpegFrame.HEAD, another.get().bytes() - have);
        } else {
          next(Part.OTHER, 0, 0);
        }
      }
      case OTHER -> throw new IllegalStateException("nothing is looked at any more");
    }
  }

  private void first() {
    Optional<MpegFrame> found = MpegFrame.of(Arrays.copyOf(looked, have));
    if (found.isEmpty() || found.get().bytes() <= TAG_HEAD) {
      next(Part.OTHER, 0, 0);
      return;
    }
    frame = found.get();
    part = Part.FIRST_FRAME;
    isInFrame = true;
    want = Math.min(frame.bytes(), MOST_LOOKED_AT);
    if (want == have) {
      look();
    }
  }

  private void next(Part then, int bytes, long afterSkipping) {
    isInFrame = then == Part.FRAME;
    part = then;
    have = 0;
    want = bytes;
    skipped = Math.max(0, afterSkipping);
  }

  private long tagBytes() {
    return (looked[6] & 0x7fL) << 21
        | (looked[7] & 0x7fL) << 14
        | (looked[8] & 0x7fL) << 7
        | (looked[9] & 0x7fL);
  }

  private OptionalDouble promise() {
    int xing = 4 + frame.sideInfo();
    if (startsWith(xing, "Xing") || startsWith(xing, "Info")) {
      int flags = number(xing + 4);
      int frames = (flags & 1) != 0 ? number(xing + 8) : 0;
      int lame =
          xing
              + 8
              + ((flags & 1) != 0 ? 4 : 0)
              + ((flags & 2) != 0 ? 4 : 0)
              + ((flags & 4) != 0 ? 100 : 0)
              + ((flags & 8) != 0 ? 4 : 0);
      return seconds(frames, startsWith(lame, "LAME", "Lavc", "Lavf") ? silence(lame + 21) : 0);
    }
    int vbri = 4 + 32;
    return startsWith(vbri, "VBRI") ? seconds(number(vbri + 14), 0) : OptionalDouble.empty();
  }

  /** Samples before and behind the sound, 12 bits each. */
  private int silence(int at) {
    int both = number(at) >>> 8;
    return (both >> 12) + (both & 0xfff);
  }

  private OptionalDouble seconds(int frames, int silence) {
    return frames > 0
        ? OptionalDouble.of(((double) frames * frame.samples() - silence) / frame.rate())
        : OptionalDouble.empty();
  }

  private int number(int at) {
    return at + Integer.BYTES <= have ? ByteBuffer.wrap(looked).getInt(at) : 0;
  }

  private boolean startsWith(int at, String... names) {
    for (String name : names) {
      byte[] letters = name.getBytes(StandardCharsets.US_ASCII);
      if (at + letters.length <= have
          && Arrays.equals(looked, at, at + letters.length, letters, 0, letters.length)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public OptionalDouble promised() {
    return promised;
  }

  @Override
  public boolean isCutOff() {
    boolean isInHead = isInFrame && have > 0 && (looked[0] & 0xff) == 0xff;
    return part == Part.FIRST_FRAME || isInHead || isInFrame && skipped >= SHORTEST_CUT;
  }
}
