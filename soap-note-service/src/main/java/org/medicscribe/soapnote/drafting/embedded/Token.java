package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A word or a mark of a transcript, and where it stands: characters {@code [start, end)} of a line.
 *
 * @param line the line's number in the transcript
 */
record Token(String text, int line, int start, int end) {

  private static final Pattern PIECE =
      Pattern.compile(
          "\\d+(?:[.,:/-]\\d+)*(?:%|\\+|st|nd|rd|th)?|[\\p{L}\\p{N}]+(?:['’.-][\\p{L}\\p{N}]+)*-?|[.?!…]+|[,;:%]");
  private static final Map<String, String> SECOND_HALVES =
      Map.of("gon na", "gonna", "wan na", "wanna", "got ta", "gotta");

  /** Tokens of one line; what some transcripts write apart ({@code do n't}) is one token. */
  static List<Token> of(String text, int line) {
    List<Token> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      Token next = new Token(piece.group().replace('’', '\''), line, piece.start(), piece.end());
      Token joined = tokens.isEmpty() ? null : tokens.getLast().joinedWith(next, text);
      if (joined == null) {
        tokens.add(next);
      } else {
        tokens.set(tokens.size() - 1, joined);
      }
    }
    return withDecimalPoints(tokens);
  }

  /** Some recognisers write "ninety eight . two" for 98.2. */
  private static List<Token> withDecimalPoints(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      Token mark = tokens.get(i);
      boolean between =
          mark.text.equals(".")
              && tokens.get(i - 1).end < mark.start
              && SpokenNumbers.isNumberWord(tokens.get(i - 1).lower())
              && SpokenNumbers.isNumberWord(tokens.get(i + 1).lower());
      if (between) {
        tokens.set(i, new Token("point", mark.line, mark.start, mark.end));
      }
    }
    return tokens;
  }

  private @Nullable Token joinedWith(Token next, String line) {
    if (isMark() || next.isMark()) {
      return null;
    }
    String between = line.substring(end, next.start);
    if (next.lower().equals("n't") && between.isBlank()) {
      return new Token(text + next.text, this.line, start, next.end);
    }
    String whole = SECOND_HALVES.get(lower() + " " + next.lower());
    return whole == null ? null : new Token(whole, this.line, start, next.end);
  }

  /** Punctuation rather than a word. */
  boolean isMark() {
    return !Character.isLetterOrDigit(text.charAt(0));
  }

  /** A mark that ends a sentence; three dots are a pause in one. */
  boolean isStop() {
    return ".?!".indexOf(text.charAt(0)) >= 0 && !text.startsWith("..");
  }

  /** A word the speaker broke off: {@code mon-}. */
  boolean isBrokenOff() {
    return !isMark() && text.endsWith("-");
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return "Token[" + line + ":" + start + ".." + end + "]";
  }
}
