package org.medicscribe.documents.pdf;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Text as a document can show it. What no font of the document has is shown as an empty box and
 * named, so that nothing is left out in silence.
 */
final class Shown {

  /** How many different ones are named. */
  private static final int NAMED = 12;

  private static final String BOX = "\u25A1";

  private final Set<Integer> missing = new TreeSet<>();

  /** The text, fit for XHTML. */
  String of(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(point -> add(shown, point));
    return shown.toString();
  }

  private void add(StringBuilder shown, int point) {
    switch (point) {
      case '&' -> shown.append("&amp;");
      case '<' -> shown.append("&lt;");
      case '>' -> shown.append("&gt;");
      case '"' -> shown.append("&quot;");
      default -> {
        if (Character.isWhitespace(point) || Character.isSpaceChar(point)) {
          shown.append(' ');
        } else if (Character.getType(point) == Character.FORMAT) {
          // Joins and directs; shows nothing itself.
          return;
        } else if (Fonts.have(point)) {
          shown.appendCodePoint(point);
        } else {
          shown.append(BOX);
          missing.add(point);
        }
      }
    }
  }

  boolean isWhole() {
    return missing.isEmpty();
  }

  /** Their names: U+738B, U+5C0F. */
  String names() {
    String names =
        missing.stream().limit(NAMED).map("U+%04X"::formatted).collect(Collectors.joining(", "));
    return missing.size() > NAMED ? names + ", \u2026" : names;
  }
}
