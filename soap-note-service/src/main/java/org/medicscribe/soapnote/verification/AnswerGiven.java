package org.medicscribe.soapnote.verification;

import java.util.List;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Polarity;

/**
 * A question alone is no evidence: its answer must be cited, or at least follow at once. A yes or
 * no that comes much later answers something else.
 */
final class AnswerGiven implements VerificationRule {

  private static final int BARE = 3;

  @Override
  public String name() {
    return "answer-given";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<Sentence> asked = claim.quoted().stream().filter(claim.visit()::isQuestion).toList();
    if (asked.isEmpty() || !claim.quoted().stream().allMatch(s -> isBare(s, claim))) {
      return List.of();
    }
    Sentence last = asked.getLast();
    if (claim.quoted().size() > asked.size()) {
      boolean answered = asked.stream().anyMatch(s -> !claim.visit().answersTo(s).isEmpty());
      return answered ? List.of() : List.of(Objection.failure(last.text()));
    }
    boolean clear = claim.answerTo(last) != Polarity.UNCLEAR;
    return List.of(clear ? Objection.doubt(last.text()) : Objection.failure(last.text()));
  }

  /** A question, or a yes or no that says nothing without one. */
  private static boolean isBare(Sentence sentence, Claim claim) {
    return claim.visit().isQuestion(sentence)
        || sentence.words().size() <= BARE && Answers.of(sentence.words()) != Polarity.UNCLEAR;
  }
}
