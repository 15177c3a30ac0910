package org.medicscribe.gateway.door;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The paths behind which storage-service is open to people, as they are written: what has another
 * spelling (a slash more, {@code ;a=b}, {@code ..}, a percent sign) might be read there as another
 * one, and leads nowhere. So does what is between the services only, such as a claim.
 */
final class OpenPaths {

  private static final String NAME = "[A-Za-z0-9._-]{1,64}";

  private static final Pattern OF_VISITS =
      Pattern.compile(
          "/api/encounters(/search|/"
              + NAME
              + "(/(consent|patient|audit|audio|emergency-access|transcript(/segments/"
              + NAME
              + ")?|speakers/"
              + NAME
              + "|note(/signature|/document-reference|/addenda(/"
              + NAME
              + "/document-reference)?)?|notes(/\\d{1,9})?))?)?");

  private static final Pattern OF_THE_TRAIL = Pattern.compile("/api/audit(/report)?");

  private static final Pattern OF_THE_CLINIC =
      Pattern.compile("/api/(templates|emergency-access|administration/(people|hand-overs))");

  private OpenPaths() {}

  /**
   * @param path as it came, without the query
   */
  static boolean has(String path) {
    return !path.contains("..")
        && Stream.of(OF_VISITS, OF_THE_TRAIL, OF_THE_CLINIC)
            .anyMatch(paths -> paths.matcher(path).matches());
  }
}
