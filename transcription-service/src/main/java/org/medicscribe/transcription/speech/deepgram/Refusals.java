package org.medicscribe.transcription.speech.deepgram;

import io.vertx.core.http.UpgradeRejectedException;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent.DelayReason;
import org.medicscribe.transcription.speech.SpeechResult.Failed;

/** The provider's ways to say no, in our words. */
final class Refusals {

  static final Failed TOO_MANY_STREAMS =
      new Failed(
          FailureKind.CAPACITY,
          "deepgram-stream-limit",
          "All streams of this process are in use; raise DEEPGRAM_MAX_STREAMS if the plan allows.");
  static final Failed NO_ANSWER =
      new Failed(FailureKind.EXTERNAL, "deepgram-silent", "Deepgram has stopped to answer.");
  static final Failed INCOMPLETE =
      new Failed(
          FailureKind.EXTERNAL, "deepgram-incomplete", "Deepgram ended before all was answered.");
  static final Failed UNREACHABLE =
      new Failed(
          FailureKind.EXTERNAL,
          "deepgram-unreachable",
          "No connection to Deepgram: check DEEPGRAM_URL and the way out of this network.");
  static final Failed LOST =
      new Failed(
          FailureKind.EXTERNAL, "deepgram-connection-lost", "The connection to Deepgram broke.");

  private Refusals() {}

  /** A connection that was never made. */
  static Failed of(Throwable failure) {
    return failure instanceof UpgradeRejectedException rejected
        ? ofStatus(rejected.getStatus())
        : UNREACHABLE;
  }

  static Failed ofStatus(int status) {
    return switch (status) {
      case 400 ->
          new Failed(
              FailureKind.CALLER,
              "deepgram-bad-request",
              "Deepgram does not accept the request: check DEEPGRAM_MODEL and the language.");
      case 401 ->
          new Failed(
              FailureKind.INTERNAL,
              "deepgram-unauthorized",
              "Deepgram does not know the key: check DEEPGRAM_API_KEY. Audio waits meanwhile.");
      case 402 ->
          new Failed(
              FailureKind.INTERNAL,
              "deepgram-no-credit",
              "The Deepgram account is out of credit: add some. Audio waits meanwhile.",
              DelayReason.PROVIDER_OUT_OF_CREDIT);
      case 403 ->
          new Failed(
              FailureKind.INTERNAL,
              "deepgram-forbidden",
              "The Deepgram key may not use this model: check its scope. Audio waits meanwhile.");
      case 429 ->
          new Failed(
              FailureKind.CAPACITY,
              "deepgram-too-many-streams",
              "The Deepgram plan allows no further stream at once.");
      default ->
          status >= 500
              ? new Failed(
                  FailureKind.EXTERNAL, "deepgram-unavailable", "Deepgram answered " + status + ".")
              : new Failed(
                  FailureKind.INTERNAL,
                  "deepgram-unexpected-status",
                  "Deepgram answered " + status + ": check DEEPGRAM_URL.");
    };
  }

  /** A connection that ended before we asked for it. */
  static Failed ofClose(int code) {
    return switch (code) {
      case 1008 ->
          new Failed(
              FailureKind.INTERNAL, "deepgram-audio-rejected", "Deepgram cannot decode the audio.");
      case 1011 ->
          new Failed(FailureKind.EXTERNAL, "deepgram-timeout", "Deepgram gave the stream up.");
      default ->
          new Failed(
              FailureKind.EXTERNAL,
              "deepgram-closed",
              "Deepgram closed the stream with code " + code + ".");
    };
  }
}
