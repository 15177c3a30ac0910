package org.medicscribe.soapnote.drafting.embedded;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Questions about a relative, and their answers: "did your mother have a stroke?" "Yes." */
final class Relatives {

  static final String WORDS =
      "(?:step ?|grand|great.grand)?(?:mother|mom|mum|mommy|mummy|father|dad|daddy|ma|pa|parents?)|brothers?|sisters?|siblings?"
          + "|sons?|daughters?|wife|husband|spouse|partner|aunts?|uncles?|cousins?|nieces?|nephews?|twin"
          + "|(?:mother|father|brother|sister)-in-law|girlfriend|boyfriend";

  private static final String WHOSE = "(?:your|his|her|their) (?:\\w+ )?";
  private static final String HELPER = "(?:does|do|did|has|have|had|is|was|are|were)";
  private static final String HAVING =
      "(?:(?:ever |also )?(have|has|had|get|got|suffer from|suffered from|experienced?|been diagnosed with|diagnosed with)"
          + " (?:had )?|(take|use|smoke|drink|vape)s? )";

  private static final Pattern NAMED = Pattern.compile("(?i)\\b" + WHOSE + "(" + WORDS + ")\\b");
  private static final Pattern THIRD_PERSON =
      Pattern.compile("(?i)\\b" + HELPER + "(?:n't)? (?:he|she|they)\\b");
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)\\b(?:"
              + HELPER
              + " "
              + WHOSE
              + "(?:"
              + WORDS
              + ")|(?:"
              + WORDS
              + "),? "
              + HELPER
              + " (?:he|she|they)|^(?:and |what about )?"
              + HELPER
              + " (?:he|she|they)) "
              + HAVING
              + "(?:any |a |an |some |the )?(?:history of )?(.+)$");

  private Relatives() {}

  /**
   * "mother" in "did your mother have a stroke?"; empty if the patient is asked about themselves.
   */
  static Optional<String> in(String question) {
    Matcher named = NAMED.matcher(question);
    return named.find() ? Optional.of(named.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
  }

  /** Whether somebody is asked about who is not spoken to. */
  static boolean isThirdPerson(String question) {
    return THIRD_PERSON.matcher(question).find();
  }

  /** Whether the relative is who the question is about, rather than named in passing. */
  static boolean isSubject(String question) {
    return ASKED.matcher(question).find()
        || Pattern.compile("(?i)\\b" + HELPER + " " + WHOSE + "(?:" + WORDS + ")\\b")
            .matcher(question)
            .find()
        || in(question).isPresent() && isThirdPerson(question);
  }

  /** "Mother: stroke", "mother: no stroke"; empty when the question is put otherwise. */
  static Optional<String> statement(String relative, String question, boolean affirmed) {
    Matcher asked = ASKED.matcher(question);
    if (!asked.find() || asked.group(3).split(" ").length > 8) {
      return Optional.empty();
    }
    String thing = asked.group(3).replaceAll("[?., ]+$", "");
    if (asked.group(2) != null) {
      String verb = asked.group(2).toLowerCase(Locale.ROOT);
      return Optional.of(
          relative
              + ": "
              + (affirmed ? Verbs.third(verb).orElse(verb) : "does not " + verb)
              + " "
              + thing);
    }
    return Optional.of(relative + ": " + (affirmed ? "" : "no ") + thing);
  }
}
