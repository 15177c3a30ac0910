package org.medicscribe.soapnote.drafting.embedded;

import java.util.regex.Pattern;

/** Greetings, thanks and stage directions: part of every visit, of no note. */
final class SmallTalk {

  private static final Pattern PHRASES =
      Pattern.compile(
          "(?i)^(?:hi|hello|hey|good (?:morning|afternoon|evening)|thank|thanks|you're welcome|nice to|good to see|it's (?:good|nice|great) to|how are you|bye|take care|have a (?:good|nice|great)|see you|sounds (?:good|great)|that sounds|that's (?:good|great|fine|awesome|wonderful|perfect)|(?:i'm )?(?:glad|sorry|happy) to hear|i see|of course|no problem|no worries|any (?:other )?questions|do you have any questions|let me know|my name is|i'm dr|come with me|we'll get you checked out|you got it|excuse me|don't worry|i (?:agree|appreciate it|understand|hope so|know)$)\\b.*");
  private static final Pattern STAGE =
      Pattern.compile(
          "(?i).*\\b(?:(?:finalize|finish|end) the (?:note|report)|show me (?:the|his|her|your)|tell (?:dax|dragon)|about dax|(?:take|have) a (?:quick )?(?:look|listen)|(?:do|start|go over) (?:a|my|your|the) (?:quick )?(?:physical )?(?:exam|assessment)|let you know what i find|calling out|call out (?:some of )?my|physical exam on you|what does (?:all )?(?:of )?(?:that|this) mean|my assessment and (?:my )?plan|go (?:ahead and )?(?:over|look at) (?:some of )?(?:your|my|the) (?:results|labs)|look at some of (?:your|the|my))\\b.*");

  private SmallTalk() {}

  static boolean is(String said) {
    return PHRASES.matcher(said).matches() || STAGE.matcher(said).matches();
  }
}
