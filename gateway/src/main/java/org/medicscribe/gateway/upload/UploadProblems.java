package org.medicscribe.gateway.upload;

import java.time.Duration;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;

/** Why a finished recording is not taken. */
final class UploadProblems {

  static final Problem EMPTY =
      Problem.of(
          "empty-audio",
          400,
          "There is no audio in it",
          "Choose the recording again; it is empty.");

  static final Problem TRUNCATED =
      Problem.of(
          "truncated-audio",
          400,
          "The recording is cut off",
          "The file promises more audio than it holds. Copy it again from its source, then upload"
              + " it again.");

  static final Problem BROKEN_OFF =
      Problem.of(
          "broken-off",
          400,
          "The connection broke while the recording came",
          "Send the same file again; what has arrived is kept.");

  static final Problem UNSUPPORTED =
      Problem.of(
          "unsupported-audio",
          415,
          "This kind of audio is not understood",
          "Send a WAV file: PCM of 8, 16, 24 or 32 bits or 32-bit float, mono or stereo, 8 to"
              + " 192 kHz.");

  static final Problem STALLED =
      Problem.of(
          "upload-stalled",
          408,
          "The recording comes too slowly",
          "Send the same file again over a better connection; what has arrived is kept.");

  static final Problem TOO_MANY_OF_USER =
      Problem.of(
          "too-many-uploads",
          429,
          "You send other recordings already",
          "Wait until one of them is complete, then send this one.");

  private UploadProblems() {}

  static Problem tooLong(Duration longest) {
    return Problem.of(
        RefusalReason.TOO_LONG.code(),
        413,
        "The recording is too long",
        "Split it: one visit may last %d minutes.".formatted(longest.toMinutes()));
  }

  static Problem of(RefusalReason reason) {
    return of(Refusal.of(reason));
  }

  static Problem of(Refusal refusal) {
    RefusalReason reason = refusal.reason();
    return Problem.of(reason.code(), reason.status(), reason.title(), refusal.detail());
  }
}
