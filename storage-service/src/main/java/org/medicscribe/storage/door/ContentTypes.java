package org.medicscribe.storage.door;

import org.jspecify.annotations.Nullable;

/** Whether a {@code Content-Type} names a media type (RFC 9110, section 8.3.1). */
final class ContentTypes {

  private static final String SPECIALS = "!#$%&'*+-.^_`|~";

  private ContentTypes() {}

  /** Also true when there is none. */
  static boolean isReadable(@Nullable String header) {
    if (header == null) {
      return true;
    }
    int end = header.indexOf(';');
    String type = (end < 0 ? header : header.substring(0, end)).strip();
    int slash = type.indexOf('/');
    return slash > 0 && isToken(type.substring(0, slash)) && isToken(type.substring(slash + 1));
  }

  private static boolean isToken(String text) {
    return !text.isEmpty()
        && text.chars()
            .allMatch(each ->
                'a' <= each && each <= 'z'
                    || 'A' <= each && each <= 'Z'
                    || '0' <= each && each <= '9'
                    || SPECIALS.indexOf(each) >= 0);
  }
}
