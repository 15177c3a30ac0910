package org.medicscribe.storage.audio;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /** More digits than any file has bytes are beyond the end as well. */
  Pattern SINGLE = Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*");

  /**
   * Reads a {@code Range} header.
   *
   * @param length of the file, at least one
   */
  static ByteRange of(@Nullable String header, long length) {
    Matcher single = SINGLE.matcher(header == null ? "" : header);
    if (!single.matches() || (single.group(1).isEmpty() && single.group(2).isEmpty())) {
      return new Whole();
    }
    if (single.group(1).isEmpty()) {
      long suffix = Long.parseLong(single.group(2));
      return suffix == 0 ? new Unsatisfiable() : new Part(Math.max(0, length - suffix), length - 1);
    }
    long first = Long.parseLong(single.group(1));
    long last = single.group(2).isEmpty() ? length - 1 : Long.parseLong(single.group(2));
    if (last < first && !single.group(2).isEmpty()) {
      return new Whole();
    }
    return first >= length ? new Unsatisfiable() : new Part(first, Math.min(last, length - 1));
  }
}
