package org.medicscribe.storage.note;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the note a person has seen, as {@code If-Match} or {@code If-None-Match} says.
 */
public sealed interface Precondition {

  /** How it stands against the note there is. */
  enum Standing {
    HOLDS,
    NO_NOTE,
    OUTDATED
  }

  /**
   * The note is as one of these entity tags names it.
   *
   * @param tags as in the header; what is no tag of ours matches nothing
   */
  record Seen(String tags) implements Precondition {
    @Override
    public Standing against(Optional<Integer> current) {
      if (current.isEmpty()) {
        return Standing.NO_NOTE;
      }
      String tag = tagOf(current.get());
      return Arrays.stream(tags.split(",")).map(Seen::strong).anyMatch(tag::equals)
          ? Standing.HOLDS
          : Standing.OUTDATED;
    }

    /** A proxy that compresses an answer calls its tag weak; a version is the same either way. */
    private static String strong(String tag) {
      String stripped = tag.strip();
      return stripped.startsWith("W/") ? stripped.substring(2) : stripped;
    }
  }

  /** There is no note yet. */
  record Unwritten() implements Precondition {
    @Override
    public Standing against(Optional<Integer> current) {
      return current.isEmpty() ? Standing.HOLDS : Standing.OUTDATED;
    }
  }

  Standing against(Optional<Integer> current);

  /** Empty when the caller does not say what was seen, and might overwrite what was not. */
  static Optional<Precondition> of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    if (ifMatch != null) {
      return Optional.of(new Seen(ifMatch));
    }
    return "*".equals(ifNoneMatch) ? Optional.of(new Unwritten()) : Optional.empty();
  }

  /** The entity tag of a version. */
  static String tagOf(int version) {
    return "\"" + version + "\"";
  }
}
