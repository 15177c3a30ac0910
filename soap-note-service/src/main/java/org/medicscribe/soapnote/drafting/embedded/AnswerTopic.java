package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a question asks about, in words that can stand before the answer and a colon. */
final class AnswerTopic {

  private record Rule(Pattern question, String topic) {}

  private static final int LONGEST = 9;

  private static final List<Rule> RULES =
      List.of(
          rule("when (?:was|is) your (last|next|first) ((?:\\S+ ?){1,6})", "$1 $2"),
          rule(
              "how long (?:ago )?(?:was|has it been since) your (last|first) ((?:\\S+ ?){1,6})",
              "$1 $2"),
          rule(
              "how long have you (?:had|been having|noticed) (?:the |this |that |these |those |your )?((?:\\S+ ?){1,5})",
              "duration of $1"),
          rule(
              "how (?:much|many) (\\S+(?: \\S+)?) (?:do|did|have|are) you (?:\\w+ )?(?:take|taking|smoke|smoking|drink|drinking|had|have|get|getting|use|using)(?: (?:a|per|each|every) (?:day|week|night))?",
              "$1"),
          rule("how (?:has|have|had) (?:your|the) ((?:\\S+ ?){1,4}?) (?:been|felt)(?: .*)?", "$1"),
          rule("when did you last (eat)", "last ate"),
          rule("how(?:'s| is| are) (?:your|the) ((?:\\S+ ?){1,4})", "$1"),
          rule("how about (?:your|the|any) ((?:\\S+ ?){1,4})", "$1"),
          rule("where (?:is|was|are) (?:your|the|this|that) ((?:\\S+ ?){1,3})", "location of $1"));

  private AnswerTopic() {}

  static Optional<String> of(String question) {
    return byRule(question)
        .or(() ->
            QuestionTopic.of(question)
                .filter(topic -> topic.split(" ").length <= LONGEST)
                .filter(topic ->
                    !topic.matches("(?i)(?:it|that|this|anything|something|everything)\\b.*")));
  }

  /** Of a question for when, how long or how much, which says plainly of what. */
  static Optional<String> byRule(String question) {
    for (Rule rule : RULES) {
      Matcher asked = rule.question.matcher(question);
      if (asked.find()) {
        String topic = asked.replaceFirst(rule.topic).replaceFirst("(?i)^(?:and|so|okay|now) ", "");
        boolean own =
            topic.matches(
                "(?i).*\\b(?:you|your|it|that|this|going|doing|feeling)\\b.*|.*\\b(?:for|been|on|in|with|of|to)$");
        return own ? Optional.empty() : Optional.of(topic.strip());
      }
    }
    return Optional.empty();
  }

  private static Rule rule(String question, String topic) {
    return new Rule(Pattern.compile("(?i)^.*?\\b" + question + "[?. ]*$"), topic);
  }
}
