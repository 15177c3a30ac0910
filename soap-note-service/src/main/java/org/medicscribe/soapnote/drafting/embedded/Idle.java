package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.regex.Pattern;

/** What can be written down and tells nobody anything: half a thought, a lesson, the next step. */
final class Idle {

  /** The rest of the sentence was lost, or it only leads over to something. */
  private static final Pattern HALF =
      Pattern.compile(
          "(?i)^(?:in|after|before|upon|on|coming back to|going back to) (?:reviewing|looking at|terms of|regards? to)\\b[^,]{0,50}\\.$(?<!\\d.)"
              + "|^(?:from|for) (?:an?|the next|the other|that)\\b[^.]{0,40}\\b(?:problem|issue|standpoint)\\b[^.]{0,25}\\.$"
              + "|.*\\b[a-z]{1,3}-\\.$|.*\\b(?:once patient gets?|when patient gets?) [^,.]{1,30}\\.$"
              + "|^(?:clinician: )?for (?:your|the) [^,.]{0,60}\\bexam\\.$|.*\\bto be is\\b.*");

  /** An order or a report of something that is named elsewhere. */
  private static final Pattern OF_THAT =
      Pattern.compile(
          "(?i)^(?:see|do|get|have|need|give|put|try|make|check|hold|follow[ -]up|look)(?: up)?(?: with| on| at)? (?:it|that|this|them|those|these|here)\\b(?!.*\\d|.*\\b(?:every|once|twice|daily|nightly|each|until|with|if|when)\\b)(?:\\s\\S+){0,6}$"
              + "|^(?:have|has|needs?|going) to \\w+(?: \\w+)? (?:it|that|this|them)\\b(?:\\s\\S+){0,3}$"
              + "|^(?:patient|clinician: you)(?: has|'ve)? (?:mentioned|said|told)\\b(?:\\s\\S+){1,4}$"
              + "|^hold (?:their|your|the) hands?\\b.*|^(?:order|do|get) (?:an?|the|some|another) (?:study|studies|test|tests|exam|scan)\\.$"
              + "|^follow up with (?:the |their )?(?:results?|that|them|it)\\b.*");

  /** How it goes on in the room, and what one says to be kind. */
  private static final Pattern COURTESY =
      Pattern.compile(
          "(?i)^(?:\\w+: )?let'?s (?:review|look|talk|go|see|start|take a|do a|move on)\\b.*"
              + "|.*\\b(?:sounds like a plan|first available|needed to see you|paper prescription|i can call you if|feel free|does that make sense|sorry to ask|just need to ask)\\b.*"
              + "|^everything (?:looks|is|seems|sounds) (?:normal|good|fine|great|okay|well)(?: right now| today| here| there)?\\.$"
              + "|.*\\b(?:will be written down|add the following|just put that|discharge summary|shows? up|showing up)\\b.*"
              + "|^family: (?:they're|they are|everybody is|everyone is) (?:good|fine|well|great)\\.$");

  /** What somebody explains of bodies, tests and medicines. */
  private static final Pattern LESSON =
      Pattern.compile(
          "(?i).*\\b(?:have been reported|in the literature|is the red blood cell|is what we call|it works|works (?:mostly|by)|which happens (?:with|when|in)"
              + "|this ligament|where the bones|there are a lot of|the key thing|is the (?:first|second|third) (?:metatarsal|part|bone)|it's important that|technically|receiving a medication|the guidelines|first line"
              + "|the best (?:treatment|course of action)|that tendon|inside tendon|has been used for|how (?:patient|you) heals?)\\b.*");

  /** Two persons in a row, or one that no sentence has there. */
  private static final Pattern GARBLED =
      Pattern.compile(
          "(?i).*\\b(?:(?:she|he|i|we) (?:they|you)|they (?:she|he|i|we|a)|i it's|we come you|there(?:'s| is) no,? there(?:'s| is) an?|me touch \\w+ (?:down|here|there))\\b.*");

  /** Felt or not while somebody presses where nobody sees it. */
  private static final Pattern WHERE_I_PRESS =
      Pattern.compile(
          "(?i).*\\b(?:me (?:touch|press|push)\\w*|(?:where|when|if|as) i(?:'m| am)? (?:just )?(?:press|push|touch|tap|squeez)\\w*|(?:pain|tender\\w*|hurt\\w*|anything) (?:down |right |over )?(?:here|there))\\b.*");

  private static final List<Pattern> ALWAYS = List.of(HALF, OF_THAT, COURTESY, LESSON, GARBLED);

  private Idle() {}

  /**
   * @param kind what a patient feels at a place that is only pointed at is idle, too
   */
  static boolean is(String statement, StatementKind kind) {
    boolean felt = kind == StatementKind.ANSWER || kind == StatementKind.REPORT;
    return ALWAYS.stream().anyMatch(pattern -> pattern.matcher(statement).matches())
        || felt && WHERE_I_PRESS.matcher(statement).matches();
  }
}
