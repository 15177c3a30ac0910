package org.medicscribe.soapnote.drafting.embedded;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a clinician says into note style: findings lose "I appreciate" and "you have", "I
 * think you have" becomes an impression. Whatever does not fit stays as it was said.
 */
final class ClinicianVoice {

  /** What only tells that the clinician knows. */
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?i)^(?:i (?:know|understand|see|heard|hear)|the nurse (?:said|told me|tells me))"
              + " (?:that )?(?=(?:you|your|you've|you're|it's|there)\\b)(?!you (?:know|see)\\b)");

  private static final Pattern THINKING =
      Pattern.compile(
          "(?i)^(?:(?:no|yes|yeah|well|okay|right),? )?(?:so )?(?:i|we) (?:do |really |also )?(?:(?:think|believe|suspect)(?: that)?|feel (?:that|like)) "
              + "((?:what (?:you have|this is|you're dealing with|we're dealing with|we're seeing) is|you(?:'ve| (?:just |do )?have)(?: got)?|this is|it's|it is|that's|this might be|this may be|this could be|it could be|it may be|it might be) )?"
              + "(?!(?:(?:you|we|i|it|that|this|they) )?(?:should|can|could|need|would|will|'ll)\\b)"
              + "(?!we\\b|i\\b|let's\\b|let\\b|if\\b)(.+)$");

  /** The same in the middle of talk without full stops, up to where something else begins. */
  private static final Pattern THINKING_WITHIN =
      Pattern.compile(
          "(?i)\\bi (?:do |really )?(?:think|believe|suspect) (?:that )?(?:what )?(?:you (?:just |do )?have|you've got|this is|it's|it is) (?:is |just )?"
              + "((?:an? |some )?(?!(?:not|time|good|okay|great|important|fine|best|better|reasonable|worth|been|had|to|going|gonna|the|your|more|that|what|like|really|very|all|just|probably|a good|a great)\\b)"
              + "(?:[\\w'-]+ ){0,5}?[\\w'-]+)"
              + "(?= (?:and|which|now|so|okay|but|unfortunately|we|i'm|i'd|i|because|that|based|looking|if|this|what|alright|you|it|it's|at|here)\\b)");

  /** Words; a shorter remark is one sentence. */
  private static final int LONG_REMARK = 14;

  /** "What you're describing might be something called Bell's palsy." */
  private static final Pattern POSSIBLE =
      Pattern.compile(
          "(?i)^(?:(?:so|well|and),? )?(?:what you(?:'re| are) (?:describing|telling me)|what you have|this|that|it|these(?: symptoms)?)(?: here)?(?: all)? "
              + "((?:might|may|could) (?:well |also )?be .+)$");

  /** "I doubt this is lupus." */
  private static final Pattern DOUBTING =
      Pattern.compile(
          "(?i)^(?:(?:no|well),? )?(?:so )?i (?:really )?(?:doubt|don't think|do not think) (?:that )?(?:this is|it's|it is|that's|that is|you have|there is|there's) (.+)$");

  /** The clinician did or does something: said without the "I". */
  private static final Pattern DONE =
      Pattern.compile(
          "(?i)^(?:i|we)(?:'ve| have)? (?:also |already |just )?((?:reviewed|ordered|discussed|examined|checked|talked about|suggested|recommended|started|stopped|prescribed|referred|increased|decreased|noted|spoke with|counsel(?:l)?ed)\\b.+)$");

  private static final Pattern DIAGNOSIS =
      Pattern.compile(
          "(?i)^my (?:impression|diagnosis|assessment)(?: of (?:you|this|it))? (?:is|would be) (?:that )?(.+)$");

  private static final String ORDINAL =
      "(?:first|second|third|fourth|fifth|sixth|next|last|other|final|1st|2nd|3rd|number \\w+)";
  private static final Pattern HEADING =
      Pattern.compile(
          "(?i)^(?:lastly|finally|first|second|next|first of all)?,? ?"
              + "(?:for|in terms of|as far as|regarding|with regards? to|when it comes to|from) "
              + "(?:your |the |a )?(?:"
              + ORDINAL
              + " (?:problem|issue|concern|diagnosis|one)?"
              + "(?: of| is|,)* ?)?(?:your |the )?(?=.{4})((?:[\\w'-]+ ?){1,6})$");
  private static final Pattern HEADED = Pattern.compile("^([^,]{4,70}), (.{8,})$");

  private static final Pattern EXAM =
      Pattern.compile(
          "(?i)^(?:(?:on|in|for|with) )?(?:your |the |my )?((?:[a-z]+ ){0,3}?(?:exam|examination))"
              + "[ ,]+(?:today[ ,]+)?(?!and\\b|is\\b|was\\b|room\\b)(.+)$");
  private static final Pattern NOT_SEEN =
      Pattern.compile(
          "(?i)^i (?:do not|don't|did not|didn't|cannot|can't) (?:really )?"
              + "(?:appreciate|hear|see|feel|note|notice|find|detect) (?:any |a |an )?"
              + "(?!any\\b)((?:(?!\\bthere(?:'s| is| are)\\b).)+)$");
  private static final Pattern SEEN =
      Pattern.compile(
          "(?i)^i (?:do |did |can )?(?:still |also )?"
              + "(?:appreciate|hear|see|note|notice|find|detect|feel(?= (?:an?|some|the|your)\\b)) (?:that )?"
              + "(?!(?:if|you|what|how|why|i|we)\\b)(.+)$");
  private static final Pattern THERE =
      Pattern.compile("(?i)^there(?:'s| is| are| was| were) (?!(?:any|to|an? lot)\\b)(.+)$");
  private static final Pattern YOU_HAVE =
      Pattern.compile("(?i)^you (?:do )?(have|had)(?: got)? (?!to\\b)(.+)$");

  private ClinicianVoice() {}

  /** Empty when no rule is safe. {@code said} is without fillers. */
  static Optional<Styled> note(String said) {
    String text = KNOWN.matcher(said).replaceFirst("");
    Matcher heading = HEADING.matcher(text);
    if (heading.matches()) {
      return finding(StatementKind.IMPRESSION, heading.group(1).strip());
    }
    Matcher headed = HEADED.matcher(text);
    if (headed.matches()) {
      Matcher title = HEADING.matcher(headed.group(1));
      if (title.matches()) {
        return note(headed.group(2)).map(styled -> styled.under(title.group(1).strip()));
      }
    }
    Matcher within = THINKING_WITHIN.matcher(text);
    if (text.split(" ").length > LONG_REMARK && within.find()) {
      return finding(StatementKind.IMPRESSION, "probably " + within.group(1));
    }
    return Orders.of(text).or(() -> thought(text)).or(() -> found(text));
  }

  private static Optional<Styled> thought(String text) {
    Matcher thinking = THINKING.matcher(text);
    if (thinking.matches()) {
      return finding(StatementKind.IMPRESSION, thought(thinking.group(1), thinking.group(2)));
    }
    Matcher doubting = DOUBTING.matcher(text);
    if (doubting.matches()) {
      return finding(
          StatementKind.IMPRESSION, "impression: not thought to be " + doubting.group(1));
    }
    Matcher possible = POSSIBLE.matcher(text);
    if (possible.matches()) {
      return finding(StatementKind.IMPRESSION, "impression: " + possible.group(1));
    }
    Matcher diagnosis = DIAGNOSIS.matcher(text);
    return diagnosis.matches()
        ? finding(StatementKind.IMPRESSION, "impression: " + diagnosis.group(1))
        : Optional.empty();
  }

  /** "I think this is a sprain" is a probable sprain; "this could be" stays what it could be. */
  private static String thought(@Nullable String head, String rest) {
    if (head == null) {
      return "impression: " + rest;
    }
    boolean possible =
        head.matches("(?i).*\\b(?:might|may|could)\\b.*")
            || rest.matches(
                "(?i)(?:probably|possibly|likely|most|just|more|maybe|not|getting|going|doing|better|fine|great|good|okay)\\b.*");
    String bare =
        rest.replaceFirst("(?i)^(?:a case of|going to be|gonna be|just|really|actually) ", "");
    return possible
        ? "impression: "
            + head.replaceFirst(
                "(?i)^(?:this|it) (?=might|may|could)|^(?:this is|it's|it is|that's|you.*) $", "")
            + rest
        : "probably " + bare;
  }

  private static Optional<Styled> found(String text) {
    Matcher exam = EXAM.matcher(text);
    Matcher done = DONE.matcher(text);
    if (done.matches()) {
      return finding(StatementKind.FINDING, done.group(1));
    }
    return exam.matches()
        ? finding(StatementKind.FINDING, exam.group(1) + ": " + bare(exam.group(2)))
        : finding(StatementKind.FINDING, bare(text));
  }

  private static String bare(String said) {
    Matcher notSeen = NOT_SEEN.matcher(said);
    if (notSeen.matches()) {
      return "no " + notSeen.group(1);
    }
    Matcher seen = SEEN.matcher(said);
    if (seen.matches()) {
      return seen.group(1);
    }
    Matcher there = THERE.matcher(said);
    if (there.matches()) {
      return there.group(1);
    }
    Matcher have = YOU_HAVE.matcher(said);
    if (have.matches()) {
      return (have.group(1).equalsIgnoreCase("had") ? "had " : "has ") + have.group(2);
    }
    return said;
  }

  private static Optional<Styled> finding(StatementKind kind, String text) {
    String own =
        text.replaceAll("(?i)^your ", "")
            .replaceAll("(?i)\\byour\\b", "the")
            .replaceAll("(?i)^(?:we|i)(?:'ll| will) ", "will ")
            .replaceAll("(?i),? which (?:i|we)(?:'ve| have) (?=heard|seen|noted|discussed)", ", ");
    return Styled.impersonal(kind, SecondPerson.toPatient(own));
  }
}
