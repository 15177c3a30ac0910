package org.medicscribe.gateway.upload;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request says its file is. Only what cannot be a recording is refused by it. */
final class ContentTypes {

  private ContentTypes() {}

  static boolean mayBeAudio(@Nullable String contentType) {
    if (contentType == null) {
      return true;
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return type.startsWith("audio/")
        || type.startsWith("video/")
        || type.equals("application/octet-stream")
        || type.equals("application/ogg");
  }
}
