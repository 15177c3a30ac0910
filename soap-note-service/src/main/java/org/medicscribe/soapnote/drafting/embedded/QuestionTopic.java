package org.medicscribe.soapnote.drafting.embedded;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a yes-or-no question asks about, in words that can follow "reports" or "denies". */
final class QuestionTopic {

  private static final String ANYONE = "(?:you|she|he|they)";
  private static final String ALREADY =
      "(?:(?:currently|ever|also|still|just|recently|been|usually) )*";

  private static final Pattern NEGATED =
      Pattern.compile("(?i)n't\\b|\\b(?:no|not|never|without|neither|nothing)\\b");
  private static final int LONGEST = 140;

  /** Where the question proper begins when something is said before it. */
  private static final Pattern LAST_HEAD =
      Pattern.compile(
          "(?i)^.*\\b((?:(?:have|has) "
              + ANYONE
              + " (?:\\w+ )?(?:had|noticed|experienced|felt|been \\w+ing)"
              + "|(?:do|did|does) "
              + ANYONE
              + " (?:\\w+ )?(?:have|feel|get|notice|smoke|drink)"
              + "|(?:are|is) "
              + ANYONE
              + " (?:\\w+ )?(?:having|taking|experiencing|using)) .*)$");

  private static final Pattern THING =
      Pattern.compile(
          "(?i)^(?:(?:how about|what about|is there|are there|was there|have there been"
              + "|(?:do|did|does) "
              + ANYONE
              + " "
              + ALREADY
              + "(?:have|get|notice|feel|experience)"
              + "|(?:have|has) "
              + ANYONE
              + " "
              + ALREADY
              + "(?:had|noticed|experienced|having|experiencing|felt|noticing)"
              + "|(?:are|is) "
              + ANYONE
              + " "
              + ALREADY
              + "(?:having|experiencing|noticing)"
              + "|you(?:'re| are)? (?:having|have|had|notice)) )?"
              + "(any(?: other| more| kind of| type of| sort of| history of| problems with"
              + "| issues with| trouble with)?|a|an|some|the|like|problems|trouble|difficulty)"
              + " (?!(?:does|do|did|is|are|was|were|has|have|can)\\b)(.+)$");
  private static final Pattern ELLIPSIS = Pattern.compile("(?i)^(?:how about|what about) (.+)$");
  private static final Pattern DOING =
      Pattern.compile("(?i)^(?:are|is|have|has) " + ANYONE + " " + ALREADY + "(\\w{2,}ing\\b.*)$");
  private static final Pattern HAPPENING =
      Pattern.compile("(?i)^(?:is|are) (your (?:\\w+ ){1,3}\\w{2,}ing\\b.*)$");
  private static final Pattern BEEN =
      Pattern.compile("(?i)^(?:have|has) " + ANYONE + " (?:ever )?been (?!\\w+ing\\b)(.+)$");
  private static final Pattern BEING =
      Pattern.compile("(?i)^(?:are|is) " + ANYONE + " " + ALREADY + "(allergic\\b.*)$");
  private static final Pattern DOES =
      Pattern.compile(
          "(?i)^(?:do|does) "
              + ANYONE
              + " (?:(?:currently|ever|still|also|usually) )?(\\w+)\\b(.*)$");
  private static final Pattern WHOLE_SENTENCE =
      Pattern.compile(
          "(?i)\\b(?:you|what|how|when|where|who|why|which|is|are|do|does|did|okay|right|it|that"
              + "|this|so)\\b");

  private QuestionTopic() {}

  /** Empty when the question is not plainly about one thing. */
  static Optional<String> of(String asked) {
    if (isNegated(asked) || asked.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher head = LAST_HEAD.matcher(asked);
    String question = head.matches() ? head.group(1) : asked;
    return thing(question)
        .or(() -> deed(question))
        .or(() -> fragment(question))
        .map(QuestionTopic::ofThePatient);
  }

  /** Yes to "you don't have any allergies" means either. */
  static boolean isNegated(String asked) {
    return NEGATED.matcher(asked).find();
  }

  private static Optional<String> thing(String question) {
    Matcher thing = THING.matcher(question);
    if (thing.matches()) {
      String kept =
          switch (thing.group(1).toLowerCase(Locale.ROOT)) {
            case "any", "like", "some", "a", "an", "any kind of", "any type of", "any sort of" ->
                "";
            default -> thing.group(1).replaceFirst("(?i)^any ", "") + " ";
          };
      return Optional.of(kept + thing.group(2));
    }
    Matcher ellipsis = ELLIPSIS.matcher(question);
    return ellipsis.matches() && ellipsis.group(1).split(" ").length <= 6
        ? Optional.of(ellipsis.group(1))
        : Optional.empty();
  }

  private static Optional<String> deed(String question) {
    Matcher doing = DOING.matcher(question);
    if (doing.matches()) {
      return Optional.of(doing.group(1));
    }
    Matcher happening = HAPPENING.matcher(question);
    if (happening.matches()) {
      return Optional.of(happening.group(1));
    }
    Matcher been = BEEN.matcher(question);
    if (been.matches()) {
      return Optional.of("having been " + been.group(1));
    }
    Matcher being = BEING.matcher(question);
    if (being.matches()) {
      return Optional.of("being " + being.group(1));
    }
    Matcher does = DOES.matcher(question);
    return does.matches()
        ? Verbs.gerund(does.group(1)).map(gerund -> gerund + does.group(2))
        : Optional.empty();
  }

  /** "Fever?" */
  private static Optional<String> fragment(String question) {
    boolean few = question.split(" ").length <= 4;
    return few && !WHOLE_SENTENCE.matcher(question).find()
        ? Optional.of(question)
        : Optional.empty();
  }

  private static String ofThePatient(String topic) {
    return topic
        .replaceAll("(?i)\\byour\\b", "their")
        .replaceAll("(?i)\\byou're\\b|\\byou are\\b", "they are")
        .replaceAll("(?i)\\byou\\b", "they")
        .replaceAll("(?i),? (?:or )?(?:anything|things|stuff) like that$", "")
        .replaceAll("(?i),? or (?:does|do|is|are|did)\\b.*$", "")
        .replaceAll(", \\p{Lu}[\\p{L}'-]+$", "")
        .replaceAll("(?i),? at all$", "");
  }
}
