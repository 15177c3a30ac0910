package org.medicscribe.storage.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.Limit;

/** Why somebody sees or moves what is not theirs: long enough to say something. */
public final class AccessReason {

  public static final int SHORTEST = 10;
  public static final String ADVICE =
      "Give the reason in %d to %d characters.".formatted(SHORTEST, Limit.ACCESS_REASON.most());

  private AccessReason() {}

  public static Optional<String> of(@Nullable String given) {
    return WrittenText.of(given, Limit.ACCESS_REASON.most())
        .filter(reason -> reason.length() >= SHORTEST);
  }
}
