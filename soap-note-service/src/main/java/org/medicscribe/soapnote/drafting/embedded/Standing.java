package org.medicscribe.soapnote.drafting.embedded;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether something said can stand in a note by itself: it is whole, it is about the patient's
 * health, and it tells a fact rather than what might be, what is done in general, or what to do
 * with the recorder.
 */
final class Standing {

  /** Without what comes before or after it, half a sentence. */
  private static final Pattern FRAGMENT =
      Pattern.compile(
          "(?i)^(?:because|which|who|whose|than|while|whether|until|unless|since|although|though|where|that)\\b.*"
              + "|^(?:are|is|was|were|am|do|does|did|has|have|can|could|would|will|should)"
              + " (?:the|it|that|this|there|you|we|they|he|she|i|a|your|those|these|anything|any)\\b.*"
              + "|^(?:when|what|how|why|where) (?!.*\\b(?:call|return|come back)\\b).*"
              + "|^(?:all|couple|lot|lots|most|some|one|bit) of \\S+$"
              + "|^(?:about |around |maybe |probably |only |just |like |it's been |been )*\\S+(?: (?:to|or) \\S+)? (?:days?|weeks?|months?|years?|hours?|minutes?)(?: or so)?(?: ago| now)?$"
              + "|^(?:bilaterally|neurologically|however|otherwise)\\b.*"
              + "|^(?:all|most of|during|for) (?:this|that|the) (?:time|day|while)$"
              + "|^(?:on|in|with|at|from|of|to|about|by|under|over|into|around|like) (?:\\S+ ?){1,6}$");

  private static final Pattern DANGLING =
      Pattern.compile(
          "(?i).*\\b(?:the|a|an|and|or|but|of|to|with|is|are|was|were|be|been|i|i'm|you|you're|we|my|your|their|if|that|because"
              + "|for|from|very|some|any|not|as|so|than|then|which|who|it's|that's|there's|into|really|probably|sort of|kind of)$");
  private static final Pattern POINTING =
      Pattern.compile(
          "(?i)^(?:and |but |so )?(?:it|it's|its|that|that's|this|these|those|they|they're|them|he|he's|she|she's|one|both|which"
              + "|the other|another|same)\\b.*");

  private static final Pattern HYPOTHETICAL =
      Pattern.compile(
          "(?i).*(?:\\b(?:could|can|may|might|would|will|does|do|don't|doesn't) (?:sometimes |also |often |then |actually |really )?"
              + "(?:lead|cause|develop|progress|result|pass out|happen|become|turn into|get worse|be (?:a|an|very|quite|really) (?:dangerous|serious|sign)|make (?:it|you|them|things))\\b"
              + "|\\brisks? (?:of|is|are|include|factor)|\\bside effects?\\b|\\bin case\\b|\\bsome (?:people|patients|folks)\\b"
              + "|\\b(?:people|patients|folks) (?:who|with|that|can|often|usually|do|tend)\\b|\\bin general\\b|\\bgenerally\\b"
              + "|\\btypically\\b|\\bnormally (?:we|you|people)\\b|\\bfor example\\b|\\bfor instance\\b|\\bimagine\\b|\\blet's say\\b"
              + "|\\bsometimes \\w+ (?:can|may|will|do)\\b|\\bthe reason i ask\\b|\\bthis condition\\b|\\bha(?:s|ve) to do with\\b|\\bwhat happens\\b|\\bis (?:a type|a kind|when|where|called)\\b|\\bworks by\\b|\\bso basically\\b|\\bwe know that\\b"
              + "|\\bwhat (?:that|this|it) means\\b|\\bthat means\\b|\\bthe (?:reason|idea|goal|good news|bad news|thing|important thing|problem|question) (?:is|being|why|for)\\b"
              + "|\\byou(?:'d| would| could| might)\\b|\\bhopefully\\b|\\bi hope\\b|\\bi wish\\b|\\bi guess\\b|\\bdepend(?:s|ing)? on\\b|\\bwhat if\\b).*");
  private static final Pattern CONDITIONAL = Pattern.compile("(?i).*\\b(?:if|unless)\\b.*");
  private static final Pattern COMES_BACK =
      Pattern.compile(
          "(?i).*\\b(?:call|come (?:back|in|straight)|return|go (?:to|straight|back)|seek|see (?:a|the|your|us)|let (?:me|us) know|bring|emergency|999|911|111|a&e|hospital|contact|ring|stop)\\b.*");

  private static final Pattern FOR_THE_RECORDER =
      Pattern.compile(
          "(?i).*\\b(?:template|macro|smart ?phrase|dictat\\w*|dragon|dax|transcri\\w+|default|new (?:line|paragraph)|full stop"
              + "|(?:finali[sz]e|finish|end|close|sign|copy|paste|insert|print) (?:the |this |my |that )?(?:note|report|recording|section|text)"
              + "|add (?:that|this|it) to (?:the|my|your) (?:note|chart)|physical exam(?:ination)? (?:section|format)|notate"
              + "|(?:show|pull up|bring up|open) (?:me )?(?:the|his|her|your|my)|consultation (?:via|by|on|over)|webcam|camera|screen|connection|can you (?:hear|see) me)\\b.*");
  private static final Pattern EXAMINING =
      Pattern.compile(
          "(?i)^(?:just |please |now |then |go ahead and |and |if you (?:can|could) |can you |could you |try (?:and|to) |let me |let's |i'm (?:just )?(?:going to|gonna) |i'll |i want you to |i'd like you to |we'll |with (?:the|your) \\w+(?: \\w+)?,? )*"
              + "(?:look|squeeze|push|pull|lift|bend|turn (?:your|to|around|over)|breathe|deep breath|take (?:a|some|another|one more) (?:big |nice |couple |few )?(?:of )?(?:deep |slow )?(?:breath|look|listen)\\w*|open (?:your|up|wide)"
              + "|put (?:two|your|one)|press|lie|lay|sit|stand|roll|hold (?:your|it|still|on|out|up)|close your|follow my|tell me|show me|say|raise|touch|feel (?:for|your|that|this|around)|relax|smile|(?:place|bring|raise|keep|rest) (?:your|the|their) (?:\\w+ )?(?:hands?|arms?|legs?|feet|foot|head|chin|elbows?|knees?|thumbs?|fingers?)|stick (?:out|your)|swallow|wiggle"
              + "|point|walk (?:for|over|to)|listen|examine|do (?:a|an|my|your|the) (?:quick )?(?:\\w+ )?exam\\w*|get you (?:to|up|on)|start (?:by|with|off)|ask|talk|go (?:over|through)|check (?:you )?out|pop|have a|explain|reassure)\\b.*"
              + "|^(?=.*\\b(?:going to|gonna|want|like)\\b).*\\b(?:exam|examination|examine|lay back|lie back|(?:pull|push|press|tap) on|measure your)\\b.*");

  /** Words; so few without a verb are what is left of an answer or a heading. */
  private static final int SCRAP = 3;

  /** A verb, a denial, or the beginning of what somebody has. */
  private static final Pattern TELLING =
      Pattern.compile(
          "(?i)^(?:no|not|never|an?|some|denies|reports|\\w+(?:ed|[^s]s))\\b.*|.*:.*"
              + "|.*\\b(?:is|are|was|were|has|had|have|been|can|cannot|does|did|looks?|feels?|took|got|went|hurts?|heard|felt|fell|broke|saw|told|gave|threw|ate|drank|kept|lost|ran|slept)\\b.*");

  /** Asks, thanks, points at a place that nobody sees, or is about the room. */
  private static final Pattern EMPTY =
      Pattern.compile(
          "(?i).*\\b(?:(?:can|could|would) you (?:please )?(?:just )?tell me|tell me (?:a little|more|about|what|how)|thank you (?:so|very) much"
              + "|(?:might|may) have missed|sounds? good:|have a seat|on (?:this|the) table|(?:in|on) the stretcher|check some things|front desk|my (?:nurse|assistant)"
              + "|thanks so much|you mentioned (?:that )?i)\\b.*"
              + "|^asked \"(?:and |so |now )?(?:does|did|do|can|any pain) (?:you feel )?(?:that|this|here|there)\\b[^\"]*\".*");

  private static final Set<String> NOTHING =
      Set.of(
          "great",
          "good",
          "fine",
          "okay",
          "it",
          "that",
          "so",
          "sure",
          "perfect",
          "excellent",
          "awesome");

  private final ClinicalWords words;

  Standing(ClinicalWords words) {
    this.words = words;
  }

  /** Whether it needs what was said before it, if it is worth anything. */
  static boolean pointsBack(String text) {
    return POINTING.matcher(text).matches();
  }

  /** A sentence of its own. {@code said} is without fillers and full stop. */
  boolean isWhole(String said) {
    return !FRAGMENT.matcher(said).matches()
        && !DANGLING.matcher(said).matches()
        && !NOTHING.contains(said.toLowerCase(Locale.ROOT));
  }

  /** "Bowel cancer", "the pill": without its question nobody knows whose, or what of it. */
  boolean isScrap(String text) {
    int length = text.split(" ").length;
    return length <= SCRAP
        && !TELLING.matcher(text).matches()
        && !words.nameMedicine(text)
        && (words.count(text) < 2 || length <= 2 && !words.nameCondition(text));
  }

  /** Nothing that anybody reads a note for. */
  static boolean tellsNothing(String text) {
    return EMPTY.matcher(text).matches();
  }

  boolean isClinical(String said) {
    return words.in(SpokenNumbers.normalise(said));
  }

  /** Tells what is or was, not what could be or what is so in general. */
  boolean isFact(String said) {
    return !HYPOTHETICAL.matcher(said).matches() && !CONDITIONAL.matcher(said).matches();
  }

  /** A condition under which to come back or to call is what a note is for. */
  static boolean isSafetyNet(String said) {
    return COMES_BACK.matcher(said).matches();
  }

  static boolean isForTheRecorder(String said) {
    return FOR_THE_RECORDER.matcher(said).matches();
  }

  static boolean isExamCommand(String said) {
    return EXAMINING.matcher(said).matches();
  }
}
