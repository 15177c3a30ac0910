package org.medicscribe.storage.audio.vault;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medicscribe.events.EncounterId;

/** What a window is called within its recording, the same in every place. */
final class StoredName {

  private static final Pattern WINDOW = Pattern.compile("([0-9]{6,18})\\.enc");

  private StoredName() {}

  static String of(WindowKey key) {
    return "%06d.enc".formatted(key.window());
  }

  /** The window that bears this name; none for what was set aside, or is somebody else's. */
  static Stream<WindowKey> window(EncounterId encounterId, String name) {
    Matcher window = WINDOW.matcher(name);
    return window.matches()
        ? Stream.of(new WindowKey(encounterId, Long.parseLong(window.group(1))))
        : Stream.empty();
  }

  /** The recording whose folder bears this name; none for other folders. */
  static Stream<EncounterId> recording(String name) {
    try {
      EncounterId id = new EncounterId(UUID.fromString(name));
      return id.toString().equals(name) ? Stream.of(id) : Stream.empty();
    } catch (IllegalArgumentException somebodyElses) {
      return Stream.empty();
    }
  }
}
