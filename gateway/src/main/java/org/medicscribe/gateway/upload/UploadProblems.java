package org.medicscribe.gateway.upload;

import java.time.Duration;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;

/** Why a finished recording is not taken. */
final class UploadProblems {

  static final Problem BROKEN_OFF =
      Problem.of(
          "broken-off",
          400,
          "The connection broke while the recording came",
          "Send the same file again; what has arrived is kept.");

  /** A form around a file; the names in the command are the caller's to fill in. */
  static final Problem FORM =
      Problem.of(
          "form-upload",
          415,
          "Send the bare file, not a form",
          "Use --data-binary instead of -F: curl --data-binary @recording.wav -H 'Content-Type:"
              + " audio/wav' -H 'Authorization: Bearer <token>' <this address>");

  static final Problem NOT_AUDIO =
      Problem.of(
          "unsupported-audio",
          415,
          "This kind of file is not understood",
          "Send a recording, and say what it is: Content-Type audio/wav, audio/mp4, audio/mpeg or"
              + " application/octet-stream.");

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

  /** Nothing of it can be heard; the sentence is the reader's. */
  static Problem of(org.medicscribe.audiofiles.Refusal why) {
    return switch (why.cause()) {
      case EMPTY -> Problem.of("empty-audio", 400, "There is no audio in it", why.sentence());
      case CUT_OFF ->
          Problem.of("truncated-audio", 400, "The recording is cut off", why.sentence());
      case UNSUPPORTED ->
          Problem.of(
              "unsupported-audio", 415, "This kind of file is not understood", why.sentence());
      case BUSY -> Problem.of("service-busy", 503, "The service is busy", why.sentence());
    };
  }

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
