package org.medicscribe.audiofiles;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file as they come, with a look ahead of a few kilobytes. Knows how far it has
 * read.
 *
 * <p>An {@link IOException} means that the sender is gone; the end of the file is a short answer.
 */
public final class ByteSource {

  /** The furthest look ahead. */
  public static final int LOOK_AHEAD = 8 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[2 * LOOK_AHEAD];
  private int from;
  private int to;
  private long position;

  public ByteSource(InputStream in) {
    this.in = in;
  }

  /** Bytes taken so far. */
  public long position() {
    return position;
  }

  /** The next {@code count} bytes without taking them; fewer at the end. */
  public byte[] peek(int count) throws IOException {
    fill(count);
    return Arrays.copyOfRange(buffer, from, from + Math.min(count, to - from));
  }

  public boolean isAtEnd() throws IOException {
    return fill(1) == 0;
  }

  /** The next {@code count} bytes; fewer at the end. */
  public byte[] take(int count) throws IOException {
    byte[] taken = new byte[count];
    int got = Math.min(count, to - from);
    System.arraycopy(buffer, from, taken, 0, got);
    from += got;
    got += in.readNBytes(taken, got, count - got);
    position += got;
    return got == count ? taken : Arrays.copyOf(taken, got);
  }

  /** Passes over {@code count} bytes, or over what there is; says how many there were. */
  public long skip(long count) throws IOException {
    long left = count;
    while (left > 0) {
      int passed = take((int) Math.min(left, LOOK_AHEAD)).length;
      if (passed == 0) {
        break;
      }
      left -= passed;
    }
    return count - left;
  }

  /** What has not been taken, as a stream. */
  public InputStream rest() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = take(1);
        return one.length == 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        if (from == to) {
          int got = in.read(target, offset, length);
          position += Math.max(0, got);
          return got;
        }
        int got = Math.min(length, to - from);
        System.arraycopy(buffer, from, target, offset, got);
        from += got;
        position += got;
        return got;
      }
    };
  }

  /** Makes {@code count} bytes visible; returns how many are. */
  private int fill(int count) throws IOException {
    if (count > LOOK_AHEAD) {
      throw new IllegalArgumentException("so far ahead nobody looks: " + count);
    }
    if (to - from < count) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
      to += in.readNBytes(buffer, to, count - to);
    }
    return to - from;
  }
}
