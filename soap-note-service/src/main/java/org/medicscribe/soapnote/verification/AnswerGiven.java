package org.medicscribe.soapnote.verification;

import java.util.List;
import java.util.Optional;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Polarity;

/** A question alone is no evidence: its answer must be cited, or at least follow at once. */
final class AnswerGiven implements VerificationRule {

  @Override
  public String name() {
    return "answer-given";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<Sentence> quoted = claim.quoted();
    if (quoted.isEmpty() || !quoted.stream().allMatch(Sentence::question)) {
      return List.of();
    }
    Sentence last = quoted.getLast();
    Optional<Sentence> answer = claim.after(last).filter(after -> !after.isBySpeakerOf(last));
    boolean clear = answer.isPresent() && Answers.of(answer.get().words()) != Polarity.UNCLEAR;
    return List.of(clear ? Objection.doubt(last.text()) : Objection.failure(last.text()));
  }
}
