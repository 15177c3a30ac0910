package org.medicscribe.storage.audio;

import org.jspecify.annotations.Nullable;

/** Which bytes of a file are wanted (RFC 9110, section 14). */
sealed interface ByteRange {

  /** All of it: no range, one that is not understood, or several, which need not be served. */
  record Whole() implements ByteRange {}

  /** The bytes {@code [first, last]}. */
  record Part(long first, long last) implements ByteRange {
    long length() {
      return last - first + 1;
    }
  }

  /** Beyond the end. */
  record Unsatisfiable() implements ByteRange {}

  String UNIT = "bytes=";

  /** More digits than any file has bytes. */
  int DIGITS = 18;

  /**
   * Reads a {@code Range} header, each character of it at most twice.
   *
   * @param length of the file, at least one
   */
  static ByteRange of(@Nullable String header, long length) {
    if (header == null || !header.startsWith(UNIT)) {
      return new Whole();
    }
    int dash = header.indexOf('-', UNIT.length());
    if (dash < 0) {
      return new Whole();
    }
    String first = header.substring(UNIT.length(), dash).strip();
    String last = header.substring(dash + 1).strip();
    if (!isNumber(first) || !isNumber(last)) {
      return new Whole();
    }
    if (first.isEmpty()) {
      return last.isEmpty() ? new Whole() : suffix(Long.parseLong(last), length);
    }
    return last.isEmpty()
        ? from(Long.parseLong(first), length - 1, length)
        : between(Long.parseLong(first), Long.parseLong(last), length);
  }

  private static ByteRange suffix(long bytes, long length) {
    return bytes == 0 ? new Unsatisfiable() : new Part(Math.max(0, length - bytes), length - 1);
  }

  private static ByteRange between(long first, long last, long length) {
    return last < first ? new Whole() : from(first, last, length);
  }

  private static ByteRange from(long first, long last, long length) {
    return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
  }

  /** Whether there are digits only, or nothing. */
  private static boolean isNumber(String text) {
    return text.length() <= DIGITS && text.chars().allMatch(each -> '0' <= each && each <= '9');
  }
}
