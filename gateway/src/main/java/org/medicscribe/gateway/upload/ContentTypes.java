package org.medicscribe.gateway.upload;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request says its file is. Only what cannot be a recording is refused by it. */
final class ContentTypes {

  private ContentTypes() {}

  /** A form around a file, or what curl says of data when it is told nothing. */
  static boolean isForm(@Nullable String contentType) {
    String type = bare(contentType);
    return type.startsWith("multipart/") || type.equals("application/x-www-form-urlencoded");
  }

  static boolean mayBeAudio(@Nullable String contentType) {
    String type = bare(contentType);
    return type.isEmpty()
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.equals("application/octet-stream")
        || type.equals("application/ogg");
  }

  private static String bare(@Nullable String contentType) {
    return contentType == null
        ? ""
        : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
