package org.medicscribe.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** One visit; a UUID of version 7 (RFC 9562), so that ids sort by the time of their creation. */
public record EncounterId(UUID value) {

  public EncounterId {
    if (value.version() != 7) {
      throw new IllegalArgumentException("an encounter id is a UUID of version 7");
    }
  }

  @JsonCreator
  public static EncounterId of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not the canonical form of a UUIDv7"));
  }

  /** Empty for anything but the canonical form of a UUIDv7; for ids that come from outside. */
  public static Optional<EncounterId> parse(String text) {
    try {
      UUID uuid = UUID.fromString(text);
      return uuid.version() == 7 && uuid.toString().equalsIgnoreCase(text)
          ? Optional.of(new EncounterId(uuid))
          : Optional.empty();
    } catch (IllegalArgumentException notAUuid) {
      return Optional.empty();
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return value.toString();
  }
}
