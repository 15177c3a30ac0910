package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a clinician is going to do and wants the patient to do, as note-style imperatives. */
final class Orders {

  private record Rewrite(Pattern from, String to) {}

  private static final Pattern INTENT =
      Pattern.compile(
          "(?i)^(?:what )?(?:(?:i|we)(?:'m|'re| am| are) (?:just |also |then )?(?:going to|gonna),?"
              + "|(?:i|we)(?:'ll| will)(?: also| then| just)?"
              + "|(?:i|we)(?:'d| would) (?:also )?(?:like to|recommend|suggest)(?: to| that we)?"
              + "|(?:i|we) (?:also |just |do )?(?:want to|wanna|need to)"
              + "|let's|let me|let us"
              + "|my (?:recommendation|plan|suggestion) (?:would be|is)(?: to)?"
              + "|the plan is(?: to)?"
              + ")(?: do is)? (?:just )?(?:go ahead (?:and )?)?(?:just |also )?(.+)$");

  private static final Pattern ACT =
      Pattern.compile(
          "(?i)^(?:start|order|increase|decrease|continue|prescribe|refer|get|check|repeat|obtain"
              + "|add|stop|put|give|send|schedule|recommend|have|see|write|switch|try|keep|place|double"
              + "|set|treat|draw|begin|discontinue|hold|change|lower|raise|reduce|arrange|request"
              + "|book|monitor|follow|taper|restart|resume|avoid|wean|administer|apply|inject"
              + "|refill|renew|recheck|provide|perform|rule out|evaluate|return|come back)\\b"
              + "(?! (?:a look|a listen|to know|you a call|you know))(?! (?:what|if|how|whether)\\b)");

  /** Said to nobody in particular ("order an MRI"): only verbs that cannot be an exam's command. */
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)^(?:order|prescribe|start|continue|increase|decrease|refer|schedule|refill|repeat"
              + "|discontinue|stop|take|use|apply|avoid|keep|drink|rest|weigh|elevate|double|come (?:on )?back|follow up|return|bring|give (?:her|him|them)|(?:do not|don't|never) (?:take|drive|use|lift|eat|drink|smoke|stop|put|drink|go|miss)) (?!the (?:next|note)|with\\b|(?:a |some |another |one more |it |your |any )?(?:big |nice |deep |slow )*(?:breath|look|listen|seat|deep)|it (?:out|still|up)|(?:your|the) (?:\\w+ )?(?:arm|leg|hand|head|foot|feet|eyes?|mouth|finger)s?\\b|you\\b|going\\b|doing\\b|having\\b)");

  /** Why the clinician wants it: no part of the order. */
  private static final Pattern REASON =
      Pattern.compile(
          "(?i),? '?(?:because|cause|just to make sure|so that) .*(?<![\\w'])(?:i|i'\\w+|we|we'\\w+)(?![\\w']).*$");

  private static final Pattern CONDITIONAL =
      Pattern.compile(
          "(?i)^if\\b.*\\b(?:call|come back|come in|go to|return|bring|let us know|let me know|seek"
              + "|stop)\\b.*$");

  /** "Call us right away if you have trouble breathing". */
  private static final Pattern SAFETY_NET =
      Pattern.compile(
          "(?i)^(?:call|contact|phone|come (?:right |straight )?(?:back|in)|return|seek|go (?:right"
              + "|straight|directly)?(?: back)? ?to|let (?:us|me) know)\\b"
              + ".*\\b(?:if|when|whenever|as soon as|should|in case)\\b.*$");

  private static final List<Rewrite> OBJECTS =
      List.of(
          rewrite("^have you (?:come back|return)\\b", "return"),
          rewrite(
              "^have you (follow up|take|use|continue|start|stop|do|go|get|try|keep|wear|rest)\\b",
              "$1"),
          rewrite("^see you (?:back |again )?", "see again "),
          rewrite("^(start|put|keep|place) you (?=on|in)", "$1 "),
          rewrite(
              "^(prescribe|order|get|give|send|refer|schedule|recommend|set|switch|treat|try|write"
                  + "|place|provide|book) you\\b(?!')",
              "$1"),
          rewrite("^(start|restart|resume|continue)\\s+on ", "$1 "),
          rewrite("^(prescribe|order|start) (?:some|you some) ", "$1 "));

  private static final Pattern WANTED =
      Pattern.compile(
          "(?i)^(?:what (?:i|we) want you to do is |(?:i|we)(?:'d| would)? (?:also |really |just |do |certainly |still )?"
              + "(?:want|like|need|encourage|advise|recommend|ask)(?: for)? you (?:to |should )?"
              + "|please |make sure (?:that )?(?:you |to )|be sure (?:that you |to )"
              + "|you should (?!(?:be (?:back|able|fine|okay|good|better|all)|hear|feel|notice|improve|start (?:to|seeing|feeling|noticing))\\b)"
              + "|you need to )(?:go ahead and )?(?:just |also )?(.+)$");
  private static final Pattern UNWANTED =
      Pattern.compile("(?i)^(?:i|we) (?:don't|do not) want you to (.+)$");

  /** "I'm not going to give you any opioids today." */
  private static final Pattern REFUSED =
      Pattern.compile(
          "(?i)^(?:i|we)(?:'m|'re| am| are)? (?:not (?:going to|gonna)|won't|will not) ((?:give|prescribe|order|start|put|change|refer|send|do|increase|repeat|use|refill)\\b.+)$");

  private static final Pattern NOT_NEEDED =
      Pattern.compile("(?i)^(?:so )?you (?:do not|don't) need (?!to (?:worry|be)\\b)(.+)$");
  private static final Pattern NEEDED =
      Pattern.compile(
          "(?i)^(?:i (?:do )?think )?(?:that )?you(?:'ll| will| do| really)? need ((?:a|an|some|more|another|to be) (?!(?:lot|bit)\\b).+)$");
  private static final Pattern ALLOWED =
      Pattern.compile(
          "(?i)^you (?:can|may) (?:also |just )?"
              + "((?:take|use|continue|try|start|stop|apply|put|go|eat|keep|give)\\b.+)$");

  /** Commands of an examination, and "I want you to know". */
  private static final Pattern NOT_FOR_THE_PLAN =
      Pattern.compile(
          "(?i)^(?:to )?(?:know|tell|look|sit|stand|lie|lay|push|pull|kick|squeeze|bend|open|hold"
              + "|follow my|turn|say|understand|see|show|take a (?:big |nice )?deep)\\b.*");

  private Orders() {}

  /** Empty when this is neither order nor advice, or "I" and "you" do not come out of it. */
  static Optional<Styled> of(String said) {
    Matcher unwanted = UNWANTED.matcher(said);
    if (unwanted.matches()) {
      return told(StatementKind.ADVICE, "advised not to " + unwanted.group(1));
    }
    Matcher wanted = WANTED.matcher(said);
    if (wanted.matches()) {
      return NOT_FOR_THE_PLAN.matcher(wanted.group(1)).matches()
          ? Optional.empty()
          : told(StatementKind.ADVICE, "advised to " + wanted.group(1));
    }
    Matcher refused = REFUSED.matcher(said);
    if (refused.matches()) {
      return told(
          StatementKind.ADVICE,
          "will not " + refused.group(1).replaceFirst("(?i)^(give|prescribe|send) you\\b", "$1"));
    }
    Matcher unneeded = NOT_NEEDED.matcher(said);
    if (unneeded.matches()) {
      return told(StatementKind.ADVICE, "does not need " + unneeded.group(1));
    }
    Matcher needed = NEEDED.matcher(said);
    if (needed.matches()) {
      return told(StatementKind.ADVICE, "needs " + needed.group(1));
    }
    Matcher allowed = ALLOWED.matcher(said);
    if (allowed.matches()) {
      return told(StatementKind.ADVICE, "may " + allowed.group(1));
    }
    Matcher intent = INTENT.matcher(said);
    if (intent.matches()) {
      return intended(intent.group(1));
    }
    if (CONDITIONAL.matcher(said).matches() || SAFETY_NET.matcher(said).matches()) {
      return told(StatementKind.ADVICE, said);
    }
    return BARE.matcher(said).find() ? told(StatementKind.ORDER, said) : Optional.empty();
  }

  private static Optional<Styled> intended(String act) {
    if (!ACT.matcher(act).find()) {
      return Optional.empty();
    }
    String order = REASON.matcher(act).replaceFirst("");
    for (Rewrite rewrite : OBJECTS) {
      order = rewrite.from.matcher(order).replaceFirst(rewrite.to);
    }
    return order.matches("(?i)^(?:have|let|see) you\\b.*")
        ? Optional.empty()
        : told(StatementKind.ORDER, order.replaceAll(" +", " "));
  }

  private static Optional<Styled> told(StatementKind kind, String text) {
    String own =
        text.replaceAll("(?i)\\byour\\b", "their")
            .replaceAll("(?i)\\b(?:call|contact|phone) (?:me|us)\\b", "call")
            .replaceAll("(?i)\\blet (?:me|us) know\\b", "report")
            .replaceAll("(?i)\\bcome (?:on )?back(?: and| to) see (?:me|us)\\b", "return")
            .replaceAll("(?i)\\b(and|to) see you\\b(?: back| again)?", "$1 see again")
            .replaceAll("(?i) to (?:me|us)(?= |$)", "");
    return Styled.impersonal(kind, SecondPerson.toThey(own));
  }

  private static Rewrite rewrite(String from, String to) {
    return new Rewrite(Pattern.compile("(?i)" + from), to);
  }
}
