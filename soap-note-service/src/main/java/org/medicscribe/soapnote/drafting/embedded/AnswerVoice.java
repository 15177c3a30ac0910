package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a clinician's question and the patient's short answer into one statement: "any fever?" "no"
 * becomes "Denies fever", "how long?" "two days" becomes "Duration: two days".
 */
final class AnswerVoice {

  private record Label(Pattern question, String text) {}

  private static final Pattern NO =
      Pattern.compile(
          "(?i)^(?:(?:no|nope|nah|none|never|not at all|not really|nothing)[ ,]*)+"
              + "(?:i (?:don't|haven't|didn't|do not|have not|am not|wasn't|can't)|i'm not"
              + "|(?:it|she|he) (?:doesn't|hasn't|didn't|isn't)|there (?:isn't|hasn't been)"
              + "|not at all|whatsoever|none of that|nothing like that|not really|i'm good)?$"
              + "|^(?:i|she|he|it) (?:have|has|do|does|did) not$"
              + "|^(?:i|she|he|it) (?:haven't|hasn't|don't|doesn't|didn't)$");
  private static final Pattern HEDGED_NO =
      Pattern.compile(
          "(?i)^(?:no\\b[ ,]*)*(?:not that (?:i|we)(?:'ve| have)? (?:know|noticed|can think|can"
              + " remember|am aware|remember|recall|seen)(?: of)?|i don't (?:think|believe) so"
              + "|not so far|not yet|not recently|not lately|not right now|not currently"
              + "|not anymore)$");
  private static final Pattern YES =
      Pattern.compile(
          "(?i)^(?:(?:yes|yeah|yep|yup|uh-huh|absolutely|definitely|correct|i do|i have|i am|i did"
              + "|it does|it is|it has|that's right|that's correct|she did|he did|they did|they do|they are|there is"
              + "|i have been|she has|she does|he has|he does|all of that)[ ,]*)+$");

  /** A yes, and under which circumstances. */
  private static final Pattern YES_SOMETIMES =
      Pattern.compile(
          "(?i)^yes, ((?:when|only|just|sometimes|occasionally|at|in|on|after|during|every|once"
              + "|mostly|mainly|for|since|a little|a bit)\\b.+)$");

  private static final Pattern NO_BUT = Pattern.compile("(?i)^no,? but (.+)$");

  private static final List<Label> LABELS =
      List.of(
          label("\\bhow long\\b(?!.*\\b(?:play|work|liv|marri|smok|driv|runn?)\\w*)", "Duration"),
          label(
              "\\bwhen did (?:it|this|that|the \\w+|all (?:this|that)|your \\w+)(?: all)?(?: first)?"
                  + " (?:start|begin|happen|occur)",
              "Onset"),
          label(
              "\\bwhere (?:does it hurt|exactly|(?:exactly )?is (?:it|the|your) ?(?:pain)?)",
              "Location"),
          label(
              "\\b(?:on a|on the) scale\\b|\\bhow (?:bad|severe) is\\b|\\bpain level\\b",
              "Severity"),
          label(
              "\\bany (?:known )?(?:drug |medication |food )?allerg|\\ballergic to\\b",
              "Allergies"),
          label(
              "\\b(?:what|which|any|other) (?:other )?(?:medications?|medicines?|meds)\\b",
              "Medications"),
          label("\\bwhat (?:do you do|kind of work)\\b", "Occupation"),
          label(
              "\\b(?:any|other) (?:past )?(?:medical|health) (?:history|problems|conditions)",
              "Past medical history"),
          label("\\b(?:any|had) (?:\\w+ )?surger(?:y|ies)", "Surgical history"),
          label("\\bfamily history\\b", "Family history"));

  /** Tells how long, when, or how bad. */
  private static final Pattern MEASURING =
      Pattern.compile(
          "(?i).*(?:\\d|\\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|couple|few|several|half|days?|weeks?|months?|years?|hours?|minutes?|seconds?|since|always|ago|while|life|long|times?|all|mornings?|nights?|yesterday|today|when|after|mild\\w*|moderate\\w*|severe\\w*|bad|worst|worse|terrible|manageable|awful|\\w+day)\\b).*");

  private static final Set<String> MEASURED = Set.of("Duration", "Onset", "Severity");
  private static final int LONGEST_LABELLED = 25;

  private AnswerVoice() {}

  /** Empty when the pair fits no rule. Both are without fillers, but a first "yes" is kept. */
  static Optional<String> statement(String question, String answer) {
    if (QuestionTopic.isNegated(question)) {
      return Optional.empty();
    }
    if (NO.matcher(answer).matches()) {
      return QuestionTopic.of(question).map(topic -> "denies " + topic);
    }
    if (HEDGED_NO.matcher(answer).matches()) {
      String hedge = answer.toLowerCase(Locale.ROOT).replaceFirst("^(?:no\\b[ ,]*)+", "");
      return QuestionTopic.of(question).map(topic -> "denies " + topic + " (\"" + hedge + "\")");
    }
    if (YES.matcher(answer).matches()) {
      return QuestionTopic.of(question).map(topic -> "reports " + topic);
    }
    return qualified(question, answer).or(() -> labelled(question, answer));
  }

  /** Nothing but yes or no. */
  static boolean isPlain(String answer) {
    return plain(answer).isPresent();
  }

  /** True for a plain yes, false for a plain no. */
  static Optional<Boolean> plain(String answer) {
    if (YES.matcher(answer).matches()) {
      return Optional.of(true);
    }
    return NO.matcher(answer).matches() || HEDGED_NO.matcher(answer).matches()
        ? Optional.of(false)
        : Optional.empty();
  }

  private static Optional<String> qualified(String question, String answer) {
    Matcher sometimes = YES_SOMETIMES.matcher(answer);
    if (sometimes.matches()) {
      return joined("reports ", question, ", ", sometimes.group(1));
    }
    Matcher noBut = NO_BUT.matcher(answer);
    return noBut.matches()
        ? joined("denies ", question, ", but ", noBut.group(1))
        : Optional.empty();
  }

  private static Optional<String> joined(String verb, String question, String joint, String rest) {
    return QuestionTopic.of(question)
        .flatMap(topic -> PatientVoice.third(rest).map(third -> verb + topic + joint + third));
  }

  private static Optional<String> labelled(String question, String answer) {
    if (answer.matches("(?i)^(?:no|not)\\b.*") || answer.split(" ").length > LONGEST_LABELLED) {
      return Optional.empty();
    }
    return AnswerTopic.byRule(question)
        .or(() ->
            LABELS.stream()
                .filter(label -> label.question.matcher(question).find())
                .map(Label::text)
                .findFirst())
        .filter(label -> !MEASURED.contains(label) || MEASURING.matcher(answer).matches())
        .flatMap(label ->
            PatientVoice.third(answer.replaceFirst("(?i)^yes, ", ""))
                .map(text ->
                    text.replaceFirst("(?i)^(?:it's|it is|it was|that's|is) (?!not\\b)", ""))
                .map(text -> label + ": " + text));
  }

  private static Label label(String question, String text) {
    return new Label(Pattern.compile("(?i)" + question), text);
  }
}
