package org.medicscribe.gateway.door;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.Problems;

/**
 * What no client of ours sends, and what lies behind this door shall not have to cope with: an
 * address that cannot be decoded, a type that is none, headers that are read and far too long.
 */
final class WellFormed {

  /** Enough for any of them by far; tokens stand in others. */
  private static final int LONGEST_HEADER = 1024;

  private static final List<String> READ_HEADERS =
      List.of(
          "Range",
          "If-Range",
          "If-Match",
          "If-None-Match",
          "If-Modified-Since",
          "Accept",
          "Accept-Language",
          "Content-Type");

  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
  private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "\\s*(;.*)?");

  private static final int HEX = 16;

  private WellFormed() {}

  static Optional<Problem> refusal(HttpServerRequest request) {
    for (String name : READ_HEADERS) {
      int length = 0;
      for (String value : request.headers().getAll(name)) {
        length += value.length();
      }
      if (length > LONGEST_HEADER) {
        return Optional.of(Problems.ofStatus(431));
      }
    }
    if (!canBeDecoded(request.uri())) {
      return Optional.of(Problems.ofStatus(400));
    }
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    return isMediaType(type) ? Optional.empty() : Optional.of(Problems.ofStatus(415));
  }

  private static boolean isMediaType(@Nullable String type) {
    return type == null || MEDIA_TYPE.matcher(type.strip()).matches();
  }

  /** Whether it is UTF-8, percent-encoded as it should be, without U+0000. */
  static boolean canBeDecoded(String uri) {
    if (uri.indexOf('%') < 0) {
      return uri.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
    ByteBuffer bytes = ByteBuffer.allocate(uri.length());
    for (int i = 0; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c <= ' ' || c >= 0x7f) {
        return false;
      }
      if (c == '%') {
        int value = i + 2 < uri.length() ? hex(uri.charAt(i + 1), uri.charAt(i + 2)) : -1;
        if (value <= 0) {
          return false;
        }
        bytes.put((byte) value);
        i += 2;
      } else {
        bytes.put((byte) c);
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  private static int hex(char high, char low) {
    int first = Character.digit(high, HEX);
    int second = Character.digit(low, HEX);
    return first < 0 || second < 0 ? -1 : first * HEX + second;
  }
}
