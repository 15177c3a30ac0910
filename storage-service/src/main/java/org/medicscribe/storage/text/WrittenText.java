package org.medicscribe.storage.text;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text that a person writes, as it can be kept. */
public final class WrittenText {

  private WrittenText() {}

  /**
   * The text without space around it; empty if there is none, if it is too long, or if it holds
   * what is no text: control characters, or halves of characters.
   */
  public static Optional<String> of(@Nullable String given, int longest) {
    if (given == null) {
      return Optional.empty();
    }
    String text = given.strip();
    boolean fits =
        !text.isEmpty()
            && text.length() <= longest
            && text.chars().noneMatch(WrittenText::isControl)
            && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    return fits ? Optional.of(text) : Optional.empty();
  }

  private static boolean isControl(int character) {
    return Character.isISOControl(character) && character != '\n' && character != '\t';
  }
}
