package org.medicscribe.gateway.session;

import java.util.Arrays;
import java.util.Optional;
import org.medicscribe.events.FailureKind;

/**
 * Why a socket is refused. Each has a stable name, a close code that tells the recorder what to do
 * (see {@code docs/protocol.md}) and a sentence for its user.
 */
public enum RefusalReason {
  MALFORMED_FRAME(
      4400,
      400,
      "malformed-frame",
      "The frame cannot be read",
      "A frame is 8 bytes of position and whole samples, or a JSON object as the protocol says."),
  FRAME_TOO_LARGE(
      4400,
      413,
      "frame-too-large",
      "The frame is too large",
      "Send no more than maxFrameSamples in one frame."),
  UNKNOWN_TYPE(
      4400,
      400,
      "unknown-type",
      "The type of the frame is unknown",
      "Known are start, pause, resume, missed and stop."),
  AUDIO_EXPECTED(
      4400,
      400,
      "audio-expected",
      "Text came where audio is due",
      "Send audio as binary frames; text frames are JSON objects with a type."),
  POSITION_GAP(
      4400,
      409,
      "position-gap",
      "Audio is missing before this frame",
      "Send again from the expected position."),
  NOT_STARTED(
      4400,
      409,
      "not-started",
      "The frame does not fit the state of the recording",
      "Send start, wait for ready, then send audio."),
  UNAUTHENTICATED(
      4401,
      401,
      "unauthenticated",
      "The sign-in has expired",
      "Sign in again, then reconnect; no audio is lost."),
  FORBIDDEN(
      4403,
      403,
      "forbidden",
      "Your role does not allow this",
      "Ask the administrator of your clinic for the role you need."),
  NO_CONSENT(
      4403,
      409,
      "no-consent",
      "Consent is missing",
      "Record the patient's consent, then start again."),
  CONSENT_WITHDRAWN(
      4403,
      409,
      "consent-withdrawn",
      "Consent was withdrawn",
      "Stop recording; what was recorded is being deleted."),
  ENCOUNTER_NOT_FOUND(
      4404,
      404,
      "encounter-not-found",
      "There is no such encounter",
      "Check the address; an encounter of somebody else is not shown."),
  IDLE(
      4408,
      408,
      "idle",
      "No audio came for too long",
      "Reconnect when there is audio again; the recording is still open."),
  ANOTHER_RECORDER(
      4409,
      409,
      "another-recorder",
      "Another device records this visit",
      "Stop here, or start with takeOver to record on this device."),
  ANOTHER_RECORDING(
      4409,
      409,
      "another-recording",
      "This visit has another recording",
      "Send the file again that was begun, or create a new encounter for this recording."),
  RECORDING_ENDED(
      4409,
      409,
      "recording-ended",
      "The recording has ended",
      "Create a new encounter to record again."),
  TOO_LONG(
      4413,
      413,
      "too-long",
      "The recording has reached its longest length",
      "All of it is kept; create a new encounter to go on."),
  WINDOW_EXCEEDED(
      1013,
      429,
      "window-exceeded",
      "Too much audio is unacknowledged",
      "Keep the audio, reconnect after a pause and wait for acknowledgements."),
  SERVICE_BUSY(
      1013,
      503,
      "service-busy",
      "The service is busy",
      "Recordings that run go on. Keep the audio and reconnect after a pause."),
  TOO_MANY_SOCKETS(
      1013,
      429,
      "too-many-sockets",
      "You have too many windows open",
      "Close those you do not need; this one may then be opened again."),
  SLOW_READER(
      1013,
      503,
      "slow-reader",
      "Updates are not read fast enough",
      "Reconnect, and read the transcript again."),
  KAFKA_UNAVAILABLE(
      1013,
      503,
      "kafka-unavailable",
      "Audio cannot be kept safe at the moment",
      "Keep the audio and reconnect after a pause; nothing acknowledged is lost."),
  STORAGE_UNAVAILABLE(
      1013,
      503,
      "storage-unavailable",
      "The records cannot be reached at the moment",
      "Keep the audio and reconnect after a pause.");

  private final int closeCode;
  private final int status;
  private final String code;
  private final String title;
  private final String detail;

  RefusalReason(int closeCode, int status, String code, String title, String detail) {
    this.closeCode = closeCode;
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
  }

  /** The reason with this stable name, if there is one. */
  public static Optional<RefusalReason> ofCode(String code) {
    return Arrays.stream(values()).filter(reason -> reason.code.equals(code)).findFirst();
  }

  /** The WebSocket close code. */
  public int closeCode() {
    return closeCode;
  }

  /** The HTTP status of the same refusal. */
  public int status() {
    return status;
  }

  /** The stable name, the last part of the problem type. */
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** What to do about it. */
  public String detail() {
    return detail;
  }

  public FailureKind kind() {
    return switch (this) {
      case MALFORMED_FRAME,
          FRAME_TOO_LARGE,
          UNKNOWN_TYPE,
          AUDIO_EXPECTED,
          POSITION_GAP,
          NOT_STARTED,
          UNAUTHENTICATED,
          FORBIDDEN,
          NO_CONSENT,
          CONSENT_WITHDRAWN,
          ENCOUNTER_NOT_FOUND,
          IDLE,
          ANOTHER_RECORDER,
          ANOTHER_RECORDING,
          RECORDING_ENDED,
          TOO_LONG ->
          FailureKind.CALLER;
      case WINDOW_EXCEEDED, SERVICE_BUSY, TOO_MANY_SOCKETS, SLOW_READER -> FailureKind.CAPACITY;
      case KAFKA_UNAVAILABLE, STORAGE_UNAVAILABLE -> FailureKind.EXTERNAL;
    };
  }
}
