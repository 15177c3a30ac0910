package org.medicscribe.soapnote.drafting.embedded;

import java.util.regex.Pattern;

/** Greetings, thanks and stage directions: part of every visit, of no note. */
final class SmallTalk {

  private static final Pattern PHRASES =
      Pattern.compile(
          "(?i)^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thank|thanks|you're welcome|nice to|good to see|it's (?:good|nice|great) to|how are you|bye|take care|have a (?:good|nice|great)|see you|sounds (?:good|great)|that sounds|that's (?:good|great|fine|awesome|wonderful|perfect)|(?:i'm )?(?:glad|sorry|happy) to hear|i see|of course|no problem|no worries|any (?:other )?questions|do you have any questions|let me know|my name is|i'm dr|come with me|we'll get you checked out|you got it|excuse me|don't worry|i (?:agree|appreciate it|understand|hope so|know)$)\\b.*");
  private static final Pattern STAGE =
      Pattern.compile(
          "(?i).*\\b(?:(?:finalize|finish|end) (?:the )?(?:note|report)|end of recording|order the medications? and procedures?|get (?:you )?(?:signed|checked) out|show me (?:the|his|her|your)|tell (?:dax|dragon)|about dax|(?:take|have) a (?:quick )?(?:look|listen)|(?:do|start|go over) (?:a|my|your|the) (?:quick )?(?:physical )?(?:exam|assessment)|let you know what i find|calling out|call out (?:some of )?my|physical exam on you|what does (?:all )?(?:of )?(?:that|this) mean|my assessment and (?:my )?plan|go (?:ahead and )?(?:over|look at) (?:some of )?(?:your|my|the) (?:results|labs)|look at some of (?:your|the|my))\\b.*");

  /** Nothing but assent, thanks and goodbye: "I will, thank you so much, doctor". */
  private static final Pattern COURTESY =
      Pattern.compile(
          "(?i)^(?:(?:(?:i|we)(?:'ll| will)(?: do(?: that| so| my best)?| try)?|will do|of course"
              + "|okay|ok|alright|all right|yes|yeah|sure|fine|great|good|perfect|got it|understood"
              + "|(?:many )?thanks(?: a lot)?|thank you|(?:so|very) much|again|i appreciate (?:it|that)"
              + "|for (?:everything|(?:all )?your (?:help|time))|you too|(?:good)?bye|see you"
              + "|(?:then|soon|next week|tomorrow)|have a (?:good|nice|great) (?:day|one|weekend)"
              + "|doctor|doc|sir|ma'am|nurse|and)(?:[ ,.!;]+|$))+$");

  /** A phrase that lost its sentence: "on this X-ray", "if there are abnormalities". */
  private static final Pattern FRAGMENT =
      Pattern.compile(
          "(?i)^(?:(?:on|in|with|at|from|of|to|about) (?:\\S+ ?){1,5}"
              + "|(?:if|when|because|whether|which) (?!.*\\b(?:call|return|bring|come|go)\\b)[^,]{1,60})$");

  /** The answer to one of these is a story of its own. */
  private static final Pattern OPEN_QUESTION =
      Pattern.compile(
          "(?i).*\\b(?:what (?:brings|brought) you|what's (?:going on|been going on|happening|up)"
              + "|what (?:happened|can (?:i|we) do for you|seems to be)|how (?:can|may) (?:i|we) help"
              + "|how (?:have you been|are you|are things|'s it going|is it going|are we doing)"
              + "|how's (?:that|it|everything) (?:going|been)|tell me (?:more|about|what)"
              + "|anything else|any(?: other)? questions|have questions|does that (?:sound|make sense)|is that okay)\\b.*");

  /** Words; in more than these, something else is said too. */
  private static final int LONGEST = 16;

  private SmallTalk() {}

  static boolean isOpenQuestion(String asked) {
    return PHRASES.matcher(asked).matches() || OPEN_QUESTION.matcher(asked).matches();
  }

  static boolean is(String said) {
    boolean substantial =
        said.split(" ").length > LONGEST || SpokenNumbers.normalise(said).matches(".*\\d.*");
    return FRAGMENT.matcher(said).matches()
        || COURTESY.matcher(said).matches()
        || !substantial && (PHRASES.matcher(said).matches() || STAGE.matcher(said).matches());
  }
}
