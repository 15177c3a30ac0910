package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns what a clinician says into note style: orders and advice become imperatives, findings lose
 * "I appreciate" and "you have". Whatever does not fit stays as it was said.
 */
final class ClinicianVoice {

  /** A statement in note style, without capital and full stop. */
  record Styled(StatementKind kind, String text) {}

  private static final String WE = "(?:i|we)";
  private static final String GO_AHEAD = "(?:just )?(?:go ahead and )?(?:just |also )?";
  private static final Pattern INTENT =
      Pattern.compile(
          "(?i)^(?:what )?(?:"
              + WE
              + "(?:'m|'re| am| are| was| were)? (?:just |also |then )?(?:going to|gonna)"
              + "|"
              + WE
              + "(?:'ll| will)(?: also| then)?"
              + "|"
              + WE
              + "(?:'d| would) (?:also )?(?:like to|recommend|suggest)(?: to| that we)?"
              + "|"
              + WE
              + " (?:also |just |do )?(?:want to|wanna)"
              + "|let's|let me|let us"
              + "|my (?:recommendation|plan|suggestion) (?:would be|is)(?: to)?"
              + "|the plan is(?: to)?"
              + ")(?: do is)? "
              + GO_AHEAD
              + "(.+)$");
  private static final Pattern ORDER =
      Pattern.compile(
          "(?i)^(start|order|increase|decrease|continue|prescribe|refer|get|check|repeat|obtain|add|stop|put|give|send|schedule|recommend|have|see|write|switch|try|keep|place|set|treat|draw|begin|discontinue|hold|change|lower|raise|reduce|arrange|request|book|monitor|follow|taper|restart|resume|avoid|use|wean|administer|apply|inject|refill|renew|recheck|provide|perform)\\b(?! (?:a look|a listen|to know))(.*)$");
  private static final Pattern BARE_ORDER =
      Pattern.compile(
          "(?i)^(?:order|prescribe|start|continue|increase|decrease|refer|schedule|refill|repeat|discontinue) (?!the (?:next|note))");
  private static final Pattern WANTED =
      Pattern.compile(
          "(?i)^(?:"
              + WE
              + "(?:'d| would)? (?:also |really |just |do |certainly |still )?(?:want|like|need|encourage|advise|recommend|ask)(?: for)? you (?:to |should )?"
              + "|please |make sure (?:that )?(?:you |to )|be sure (?:that you |to )"
              + "|you should |you need to |you can (?=take|use|continue|try|start|stop|apply|put|go|eat|keep)"
              + ")(?:go ahead and )?(?:just |also )?(.+)$");
  private static final Pattern IMPRESSION =
      Pattern.compile(
          "(?i)^(?:"
              + WE
              + " (?:do |really )?(?:think|believe|suspect|feel)(?: that)? (?:you(?:'ve| have| do have| may have| might have| probably have)?(?: got)?|this is|it's|it is|that this is|it could be|this could be|that's) |my (?:impression|diagnosis|assessment) (?:is|would be) )(?!(?:should|can|could|need|doing|ready|going|were|are|will|would)\\b)(.+)$");
  private static final Pattern HEDGE =
      Pattern.compile("(?i)you (may|might|probably) have|(it|this) (could) be");
  private static final Pattern EXAM =
      Pattern.compile(
          "(?i)^(?:and )?(?:(?:on|in|for) )?(?:your |the |my )?((?:[a-z]+ ){0,3}?(?:exam|examination|physical exam|physical examination))[ ,]+(?:today[ ,]+)?(.+)$");
  private static final Pattern NOT_SEEN =
      Pattern.compile(
          "(?i)^i (?:do not|don't|did not|didn't|cannot|can't) (?:really )?(?:appreciate|hear|see|feel|note|notice|find|detect) (?:any |a |an )?(.+)$");
  private static final Pattern SEEN =
      Pattern.compile(
          "(?i)^i (?:do |did |can )?(?:still |also )?(?:appreciate|hear|see|note|notice|find|detect) (?:that )?(?!if\\b|you\\b|what\\b|how\\b|why\\b)(.+)$");
  private static final Pattern THERE =
      Pattern.compile("(?i)^there(?:'s| is| are| was| were) (.+)$");
  private static final Pattern YOU_HAVE =
      Pattern.compile("(?i)^you (?:do )?(?:have|had|have got)(?: got)? (.+)$");
  private static final Pattern FOR_PROBLEM =
      Pattern.compile(
          "(?i)^for (?:your |the )?(?:first|second|third|fourth|fifth|next|last|other|1st|2nd|3rd)(?: problem| issue| concern| diagnosis)?(?: of| is|,)*(?: your)? (.+)$");

  private static final List<String[]> ORDER_OBJECTS =
      List.of(
          new String[] {"(?i)^have you (?:come back|return)\\b", "return"},
          new String[] {
            "(?i)^have you (follow up|take|use|continue|start|stop|see|do|go|get|try|keep|wear|rest)\\b",
            "$1"
          },
          new String[] {"(?i)^see you (?:back |again )?", "see again "},
          new String[] {"(?i)^(start|put|keep|place) you (?=on|in)", "$1 "},
          new String[] {
            "(?i)^(prescribe|order|get|give|send|refer|schedule|recommend|set|switch|treat|try|write|place|provide|start|book) you\\b(?: up)?",
            "$1"
          },
          new String[] {"(?i)^(refer|send) (?=to|for)", "$1 "},
          new String[] {"(?i)^(start|restart|resume|continue) on ", "$1 "});

  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?i)(?<![\\w'])(?:i|i'\\w+|me|my|we|we'\\w+|us|our)(?![\\w'])");
  private static final Pattern YOU =
      Pattern.compile("(?i)(?<![\\w'])(?:you|yourself)(?:'\\w+)?(?![\\w'])");

  private ClinicianVoice() {}

  /** Empty when no rule is safe. {@code said} is without fillers. */
  static Optional<Styled> note(String said) {
    Matcher problem = FOR_PROBLEM.matcher(said);
    if (problem.matches()) {
      String rest = problem.group(1);
      return rest.split(" ").length <= 6
          ? impersonal(StatementKind.IMPRESSION, rest)
          : note(rest).or(() -> impersonal(StatementKind.IMPRESSION, rest));
    }
    Matcher wanted = WANTED.matcher(said);
    if (wanted.matches()) {
      return advice(wanted.group(1));
    }
    Matcher intent = INTENT.matcher(said);
    if (intent.matches()) {
      return order(intent.group(1));
    }
    Matcher impression = IMPRESSION.matcher(said);
    if (impression.matches() && !HEDGE.matcher(said).find()) {
      return impersonal(StatementKind.IMPRESSION, "impression: " + impression.group(1));
    }
    return BARE_ORDER.matcher(said).find() ? impersonal(StatementKind.ORDER, said) : finding(said);
  }

  private static Optional<Styled> order(String wish) {
    String order = wish;
    for (String[] rule : ORDER_OBJECTS) {
      order = order.replaceFirst(rule[0], rule[1]);
    }
    order = order.replaceAll(" +", " ");
    boolean known =
        ORDER.matcher(wish).matches()
            && !order.matches("(?i)^(?:have|let|see) (?:you|what|if|how)\\b.*");
    return known ? impersonal(StatementKind.ORDER, order) : Optional.empty();
  }

  private static Optional<Styled> advice(String wish) {
    if (wish.matches(
        "(?i)(?:to )?(?:know|tell|look|sit|stand|lie|lay|push|pull|kick|squeeze|bend|open|take a deep|follow my|turn)\\b.*")) {
      return Optional.empty();
    }
    return impersonal(StatementKind.ADVICE, "advised to " + wish);
  }

  private static Optional<Styled> finding(String said) {
    Matcher exam = EXAM.matcher(said);
    if (exam.matches()) {
      String findings = exam.group(2);
      String bare = bare(findings).orElse(findings);
      return impersonal(StatementKind.FINDING, exam.group(1) + ": " + bare);
    }
    return impersonal(StatementKind.FINDING, bare(said).orElse(said));
  }

  private static Optional<String> bare(String said) {
    Matcher notSeen = NOT_SEEN.matcher(said);
    if (notSeen.matches()) {
      return Optional.of("no " + notSeen.group(1));
    }
    Matcher seen = SEEN.matcher(said);
    if (seen.matches()) {
      return Optional.of(seen.group(1));
    }
    Matcher there = THERE.matcher(said);
    if (there.matches()) {
      return Optional.of(there.group(1));
    }
    Matcher have = YOU_HAVE.matcher(said);
    return have.matches() ? Optional.of("has " + have.group(1)) : Optional.empty();
  }

  /** Without "you" and "I", or not at all. */
  private static Optional<Styled> impersonal(StatementKind kind, String text) {
    boolean told = kind == StatementKind.ORDER || kind == StatementKind.ADVICE;
    String own =
        text.replaceAll("(?i)^your ", "")
            .replaceAll("(?i)\\byour\\b", kind == StatementKind.FINDING ? "the" : "their")
            .replaceAll("(?i)^(?:we|i)(?:'ll| will) ", "will ")
            .replaceAll("(?i)\\bcall me\\b", "call")
            .replaceAll("(?i) to me(?= |$)", "")
            .replaceAll("(?i), which (?:i|we)(?:'ve| have) (?=heard|seen|noted|discussed)", ", ")
            .replaceAll("(?i), i (?:think|believe|guess)(?=,|$)", "");
    String result = told ? SecondPerson.toThey(own) : SecondPerson.toPatient(own);
    boolean personal = FIRST_PERSON.matcher(result).find() || YOU.matcher(result).find();
    return personal ? Optional.empty() : Optional.of(new Styled(kind, result));
  }
}
