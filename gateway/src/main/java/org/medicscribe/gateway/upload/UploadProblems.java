package org.medicscribe.gateway.upload;

import java.time.Duration;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;

/** Why a finished recording is not taken. */
final class UploadProblems {

  private UploadProblems() {}

  /** Nothing of it can be heard; the sentence is the reader's. */
  static Problem of(org.medicscribe.audiofiles.Refusal why) {
    ProblemType type =
        switch (why.cause()) {
          case EMPTY -> ProblemType.EMPTY_AUDIO;
          case CUT_OFF -> ProblemType.TRUNCATED_AUDIO;
          case UNSUPPORTED -> ProblemType.UNSUPPORTED_AUDIO;
          case BUSY -> ProblemType.SERVICE_BUSY;
        };
    return Problem.of(type).advising(why.sentence());
  }

  static Problem tooLong(Duration longest) {
    return Problem.of(ProblemType.TOO_LONG)
        .advising("Split it: one visit may last %d minutes.".formatted(longest.toMinutes()));
  }

  static Problem of(RefusalReason reason) {
    return of(Refusal.of(reason));
  }

  static Problem of(Refusal refusal) {
    return Problem.of(refusal.reason().problem()).advising(refusal.detail());
  }
}
