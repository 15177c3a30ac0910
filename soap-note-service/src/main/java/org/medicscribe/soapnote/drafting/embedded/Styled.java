package org.medicscribe.soapnote.drafting.embedded;

import java.util.Optional;
import java.util.regex.Pattern;

/** A statement in note style, without capital and full stop. */
record Styled(StatementKind kind, String text) {

  private static final Pattern PERSON =
      Pattern.compile(
          "(?i)(?<![\\w'])(?:i|me|my|mine|myself|we|us|our|ours|you|your|yours|yourself)"
              + "(?:'\\w+)?(?![\\w'])");

  /** Empty if the text still speaks of "I" or "you". */
  static Optional<Styled> impersonal(StatementKind kind, String text) {
    return PERSON.matcher(text).find() ? Optional.empty() : Optional.of(new Styled(kind, text));
  }

  Styled under(String heading) {
    return new Styled(kind, heading + ": " + text);
  }

  @Override
  public String toString() {
    return "Styled[" + kind + "]";
  }
}
