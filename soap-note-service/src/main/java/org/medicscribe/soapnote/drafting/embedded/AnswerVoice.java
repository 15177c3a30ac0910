package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a clinician's question and the patient's short answer into one statement: "any fever?" "no"
 * becomes "Denies fever". Answers that say more than yes or no keep their question beside them.
 */
final class AnswerVoice {

  private static final Pattern NO =
      Pattern.compile(
          "(?i)^(?:(?:no|nope|nah|none|never|not at all|not really|nothing)[ ,]*)+"
              + "(?:i (?:don't|haven't|didn't|do not|have not|am not|wasn't|can't)|i'm not|it (?:doesn't|hasn't|didn't|isn't)|there (?:isn't|hasn't been)|not at all|whatsoever|none of that|nothing like that|not really|i'm good)?$");
  private static final Pattern HEDGED_NO =
      Pattern.compile(
          "(?i)^(?:no[ ,]*)*(?:not that i(?:'ve| have)? (?:know|noticed|can think|can remember|am aware|remember|recall|seen)(?: of)?|i don't (?:think|believe) so|not so far|not yet|not recently|not lately|not right now|not currently|not anymore)$");
  private static final Pattern YES =
      Pattern.compile(
          "(?i)^(?:(?:yes|yeah|yep|yup|uh-huh|absolutely|definitely|correct|i do|i have|i am|i did|it does|it is|it has|that's right|that's correct|they do|they are|there is|i have been|all of that|mm-hmm|okay)[ ,]*)+$");
  private static final Pattern NEGATED =
      Pattern.compile("(?i)n't\\b|\\b(?:no|not|never|without|neither|nothing)\\b");

  private static final Pattern TOPIC =
      Pattern.compile(
          "(?i)^(?:(?:how about|what about|is there|are there|was there|have there been|(?:do|did) you (?:currently |ever |also |still )?(?:have|get|notice|feel|experience)|have you (?:ever |also |noticed |been |felt )*(?:had|noticed|experienced|having|experiencing|felt|noticing)|are you (?:currently |also |still )?(?:having|experiencing|noticing)|you(?:'re| are)? (?:having|have|had|notice)) )?"
              + "(any(?: other| more| kind of| type of| sort of| history of| problems with| issues with| trouble with)?|a|an|some|the|like|problems|trouble|difficulty) (.+)$");

  /** Where the question proper begins when something is said before it. */
  private static final Pattern LAST_HEAD =
      Pattern.compile(
          "(?i)^.*\\b((?:have you (?:\\w+ )?(?:had|noticed|experienced|felt)|(?:do|did) you (?:\\w+ )?(?:have|feel|get|notice|smoke|drink)|are you (?:\\w+ )?(?:having|taking|experiencing|using)) .*)$");

  private static final Pattern ELLIPSIS = Pattern.compile("(?i)^(?:how about|what about) (.+)$");
  private static final Pattern DOING =
      Pattern.compile("(?i)^are you (?:(?:currently|still|also|just) )?(\\w+ing\\b.*)$");
  private static final Pattern DO =
      Pattern.compile(
          "(?i)^do you (?:(?:currently|ever|still|also|usually|feel like you) )?(\\w+)\\b(.*)$");

  private record Label(Pattern question, String text) {}

  private static final List<Label> LABELS =
      List.of(
          label("\\bhow long\\b", "Duration"),
          label(
              "\\bwhen did (?:it|this|that|the \\w+|all (?:this|that)|your \\w+)(?: all)?(?: first)? (?:start|begin|happen|occur)",
              "Onset"),
          label("\\bwhere (?:does it hurt|is the pain|is it|is your pain|exactly)", "Location"),
          label(
              "\\b(?:on a|on the) scale\\b|\\bhow (?:bad|severe) is\\b|\\bpain level\\b",
              "Severity"),
          label(
              "\\bany (?:known )?(?:drug |medication |food )?allerg|\\ballergic to\\b",
              "Allergies"),
          label(
              "\\bwhat (?:medications?|medicines?|meds)\\b|\\b(?:any|other) (?:medications?|medicines?|meds)\\b",
              "Medications"),
          label("\\bwhat (?:do you do|kind of work)\\b", "Occupation"),
          label(
              "\\b(?:any|other) (?:past )?(?:medical|health) (?:history|problems|conditions)",
              "Past medical history"),
          label("\\b(?:any|had) (?:\\w+ )?surger(?:y|ies)", "Surgical history"),
          label("\\bfamily history\\b", "Family history"));

  private AnswerVoice() {}

  /** Empty when the pair fits no rule. Both are without fillers. */
  static Optional<String> statement(String question, String answer) {
    boolean no = NO.matcher(answer).matches();
    boolean hedged = HEDGED_NO.matcher(answer).matches();
    boolean yes = YES.matcher(answer).matches();
    if (!(no || hedged || yes)) {
      return labelled(question, answer);
    }
    if (NEGATED.matcher(question).find() || question.length() > 140) {
      return Optional.empty();
    }
    String verb = yes ? "Reports " : "Denies ";
    String tail = hedged ? " (\"" + answer.toLowerCase(Locale.ROOT) + "\")" : "";
    return topic(question).map(topic -> verb + thirdPerson(topic) + tail);
  }

  private static Optional<String> labelled(String question, String answer) {
    return LABELS.stream()
        .filter(label -> label.question.matcher(question).find())
        .findFirst()
        .flatMap(label ->
            PatientVoice.third(answer)
                .filter(text -> text.split(" ").length <= 25)
                .map(text -> label.text + ": " + text));
  }

  static boolean isShort(String answer) {
    return NO.matcher(answer).matches()
        || HEDGED_NO.matcher(answer).matches()
        || YES.matcher(answer).matches();
  }

  private static Optional<String> topic(String asked) {
    Matcher head = LAST_HEAD.matcher(asked);
    String question = head.matches() ? head.group(1) : asked;
    Matcher topic = TOPIC.matcher(question);
    if (topic.matches()) {
      String determiner = topic.group(1).toLowerCase(Locale.ROOT);
      String kept =
          switch (determiner) {
            case "any", "like", "some", "a", "an", "any kind of", "any type of", "any sort of" ->
                "";
            case "any other", "any more" -> determiner.substring(4) + " ";
            case "the" -> "the ";
            default -> determiner.replaceFirst("^any ", "") + " ";
          };
      return Optional.of(kept + topic.group(2));
    }
    Matcher ellipsis = ELLIPSIS.matcher(question);
    if (ellipsis.matches()) {
      return Optional.of(ellipsis.group(1)).filter(text -> text.split(" ").length <= 6);
    }
    Matcher doing = DOING.matcher(question);
    if (doing.matches()) {
      return Optional.of(doing.group(1));
    }
    Matcher does = DO.matcher(question);
    if (does.matches()) {
      return Verbs.gerund(does.group(1)).map(gerund -> gerund + does.group(2));
    }
    boolean fragment =
        question.split(" ").length <= 4
            && !question.matches(
                "(?i).*\\b(you|what|how|when|where|who|why|which|is|are|do|does|did|okay|right|it|that|this|so)\\b.*");
    return fragment ? Optional.of(question) : Optional.empty();
  }

  private static String thirdPerson(String topic) {
    return topic
        .replaceAll("(?i)\\byour\\b", "their")
        .replaceAll("(?i)\\byou're\\b|\\byou are\\b", "they are")
        .replaceAll("(?i)\\byou\\b", "they")
        .replaceAll("(?i),? (?:or )?(?:anything|things|stuff) like that$", "")
        .replaceAll("(?i),? at all$", "");
  }

  private static Label label(String question, String text) {
    return new Label(Pattern.compile("(?i)" + question), text);
  }
}
