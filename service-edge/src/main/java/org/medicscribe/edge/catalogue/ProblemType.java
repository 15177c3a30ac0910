package org.medicscribe.edge.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.medicscribe.events.FailureKind;

/**
 * Every refusal of the suite, worded once. Services answer with these and no others; the page has a
 * sentence of its own for each, in every language (see {@code golden/problems.json}).
 */
public enum ProblemType {
  // --- Any door ---
  SIGN_IN(
      401,
      FailureKind.CALLER,
      "Nobody is signed in",
      "Sign in again; what is already saved stays saved."),
  FORBIDDEN(
      403,
      FailureKind.CALLER,
      "Your role does not allow this",
      "Ask the administrator of your clinic for the role you need."),
  ISSUER_UNAVAILABLE(
      503,
      FailureKind.EXTERNAL,
      "Sign-in cannot be checked right now",
      "The sign-in service does not answer. Try again in a moment."),
  BAD_REQUEST(400, FailureKind.CALLER, "The request is not understood", "Check what was sent."),
  MALFORMED_JSON(
      400,
      FailureKind.CALLER,
      "The request is not the JSON that is expected here",
      "Check the fields and their types."),
  INVALID_REQUEST(
      400,
      FailureKind.CALLER,
      "Something in the request does not fit",
      "Change the fields named in 'fields' and send it again."),
  NOT_FOUND(404, FailureKind.CALLER, "There is nothing here", "Check the address of the request."),
  METHOD_NOT_ALLOWED(
      405, FailureKind.CALLER, "This cannot be done here", "Check the method of the request."),
  NOT_ACCEPTABLE(406, FailureKind.CALLER, "No such representation", "Ask for application/json."),
  TOO_SLOW(
      408,
      FailureKind.CALLER,
      "The request came too slowly",
      "Try again over a better connection."),
  TOO_LARGE(413, FailureKind.CALLER, "The request is too large", "Send less at a time."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      FailureKind.CALLER,
      "This kind of content is not understood",
      "Check the Content-Type of the request."),
  TOO_MANY_REQUESTS(
      429, FailureKind.CAPACITY, "Too many requests", "Wait a moment, then try again."),
  HEADERS_TOO_LARGE(
      431, FailureKind.CALLER, "A header is too long", "Check the headers of the request."),
  INTERNAL(500, FailureKind.INTERNAL, "Something went wrong on our side", "Try again."),
  UNAVAILABLE(
      503, FailureKind.EXTERNAL, "This is not available right now", "Try again in a moment."),
  SERVICE_BUSY(
      503,
      FailureKind.CAPACITY,
      "The service is busy",
      "Nothing is lost, and recordings that run go on. Try again after a pause."),
  STORAGE_BUSY(
      503,
      FailureKind.CAPACITY,
      "Too much is asked for at once",
      "Try again in a few seconds; recording is not affected."),
  STORAGE_UNAVAILABLE(
      503,
      FailureKind.EXTERNAL,
      "The records cannot be reached at the moment",
      "Nothing is lost. Keep what is recorded, and try again after a pause."),
  KAFKA_UNAVAILABLE(
      503,
      FailureKind.EXTERNAL,
      "Audio cannot be kept safe at the moment",
      "Keep the audio and reconnect after a pause; nothing acknowledged is lost."),

  // --- A visit, and who may record it ---
  ENCOUNTER_NOT_FOUND(
      404,
      FailureKind.CALLER,
      "There is no such encounter",
      "Check the address; an encounter of somebody else is not shown."),
  LANGUAGE_UNSUPPORTED(
      422,
      FailureKind.CALLER,
      "This language cannot be transcribed here",
      "Choose one of those named in 'languages'."),
  NO_CONSENT(
      409,
      FailureKind.CALLER,
      "Consent is missing",
      "Record the patient's consent, then start again."),
  CONSENT_WITHDRAWN(
      409,
      FailureKind.CALLER,
      "Consent was withdrawn",
      "Stop recording; what was recorded is deleted. Create a new encounter if the "
          + "patient agrees again."),
  TOO_MANY_DECISIONS(
      409,
      FailureKind.CALLER,
      "Consent was recorded too often for this visit",
      "What was decided last counts; create a new encounter to go on."),
  RECORDING_ENDED(
      409,
      FailureKind.CALLER,
      "The recording has ended",
      "Create a new encounter to record again."),
  ANOTHER_RECORDER(
      409,
      FailureKind.CALLER,
      "Another device records this visit",
      "Stop here, or start with takeOver to record on this device."),
  ANOTHER_RECORDING(
      409,
      FailureKind.CALLER,
      "This visit has another recording",
      "Send the file again that was begun, or create a new encounter for this " + "recording."),

  // --- The socket of a recorder ---
  MALFORMED_FRAME(
      400,
      FailureKind.CALLER,
      "The frame cannot be read",
      "A frame is 8 bytes of position and whole samples, or a JSON object as the "
          + "protocol says."),
  FRAME_TOO_LARGE(
      413,
      FailureKind.CALLER,
      "The frame is too large",
      "Send no more than maxFrameSamples in one frame."),
  UNKNOWN_TYPE(
      400,
      FailureKind.CALLER,
      "The type of the frame is unknown",
      "Known are start, pause, resume, missed and stop."),
  AUDIO_EXPECTED(
      400,
      FailureKind.CALLER,
      "Text came where audio is due",
      "Send audio as binary frames; text frames are JSON objects with a type."),
  POSITION_GAP(
      409,
      FailureKind.CALLER,
      "Audio is missing before this frame",
      "Send again from the expected position."),
  NOT_STARTED(
      409,
      FailureKind.CALLER,
      "The frame does not fit the state of the recording",
      "Send start, wait for ready, then send audio."),
  UNAUTHENTICATED(
      401,
      FailureKind.CALLER,
      "The sign-in has expired",
      "Sign in again, then reconnect; no audio is lost."),
  IDLE(
      408,
      FailureKind.CALLER,
      "No audio came for too long",
      "Reconnect when there is audio again; the recording is still open."),
  TOO_LONG(
      413,
      FailureKind.CALLER,
      "The recording has reached its longest length",
      "All of it is kept; create a new encounter to go on."),
  WINDOW_EXCEEDED(
      429,
      FailureKind.CAPACITY,
      "Too much audio is unacknowledged",
      "Keep the audio, reconnect after a pause and wait for acknowledgements."),
  TOO_MANY_SOCKETS(
      429,
      FailureKind.CAPACITY,
      "You have too many windows open",
      "Close those you do not need; this one may then be opened again."),
  SLOW_READER(
      503,
      FailureKind.CAPACITY,
      "Updates are not read fast enough",
      "Reconnect, and read the transcript again."),

  // --- Recordings as files ---
  BROKEN_OFF(
      400,
      FailureKind.CALLER,
      "The connection broke while the recording came",
      "Send the same file again; what has arrived is kept."),
  FORM_UPLOAD(
      415,
      FailureKind.CALLER,
      "Send the bare file, not a form",
      "Use --data-binary instead of -F: curl --data-binary @recording.wav -H "
          + "'Content-Type: audio/wav' -H 'Authorization: Bearer <token>' <this address>"),
  UNSUPPORTED_AUDIO(
      415,
      FailureKind.CALLER,
      "This kind of file is not understood",
      "Send a recording, and say what it is: Content-Type audio/wav, audio/mp4, "
          + "audio/mpeg or application/octet-stream."),
  EMPTY_AUDIO(
      400,
      FailureKind.CALLER,
      "There is no audio in it",
      "Choose the recording again; it is empty."),
  TRUNCATED_AUDIO(
      400,
      FailureKind.CALLER,
      "The recording is cut off",
      "Copy it again from its source, then send it again."),
  UPLOAD_STALLED(
      408,
      FailureKind.CALLER,
      "The recording comes too slowly",
      "Send the same file again over a better connection; what has arrived is kept."),
  TOO_MANY_UPLOADS(
      429,
      FailureKind.CAPACITY,
      "You send other recordings already",
      "Wait until one of them is complete, then send this one."),
  TOO_MANY_DOWNLOADS(
      429,
      FailureKind.CAPACITY,
      "You are reading as many recordings as one may at once",
      "Let one of them end, then try again."),
  NO_AUDIO(
      404,
      FailureKind.CALLER,
      "There is no audio",
      "Nothing has been recorded yet, or it was deleted because consent was " + "withdrawn."),
  AUDIO_DAMAGED(
      500,
      FailureKind.INTERNAL,
      "The recording is damaged on disk",
      "Ask your administrator to restore it from the backup; the transcript is not " + "affected."),

  // --- The transcript ---
  TRANSCRIPT_INCOMPLETE(
      409,
      FailureKind.CALLER,
      "The transcript is not complete yet",
      "Correct it when the recording has ended and is transcribed."),
  SEGMENT_NOT_FOUND(
      404,
      FailureKind.CALLER,
      "The transcript has no such segment",
      "Read the transcript again and choose one of its segments."),
  SPEAKER_NOT_FOUND(
      404,
      FailureKind.CALLER,
      "Nobody speaks under this label",
      "Choose a speaker of the transcript."),

  // --- The note ---
  NO_NOTE(
      404,
      FailureKind.CALLER,
      "There is no note yet",
      "Wait for the draft, or write the note yourself with If-None-Match: *."),
  NO_VERSION(
      404,
      FailureKind.CALLER,
      "The note has no such version",
      "Choose one from the list of versions."),
  NOTE_CHANGED(
      412,
      FailureKind.CALLER,
      "The note has changed meanwhile",
      "Read the note again, put your changes into it, and save that."),
  PRECONDITION_REQUIRED(
      428,
      FailureKind.CALLER,
      "The request does not say which version it is about",
      "Send the ETag of the note you have read as If-Match."),
  NOTE_SIGNED(
      409,
      FailureKind.CALLER,
      "The note is signed",
      "It can no longer be changed. Write an addendum instead."),
  NOTE_NOT_SIGNED(
      409,
      FailureKind.CALLER,
      "The note is not signed yet",
      "Change the note itself; an addendum is for a signed one."),
  TOO_MANY_ADDENDA(
      409,
      FailureKind.CALLER,
      "The note has as many addenda as it may have",
      "Write what is to be added into the record of another visit."),
  NO_ADDENDUM(
      404,
      FailureKind.CALLER,
      "The note has no such addendum",
      "Choose one of the addenda that the note shows."),
  PDF_TOO_LONG(
      422,
      FailureKind.CALLER,
      "The note is too long for a PDF",
      "Take it as Markdown or FHIR, which hold notes of any length."),
  PDF_UNAVAILABLE(
      501,
      FailureKind.CALLER,
      "This installation makes no PDF",
      "Take the note as Markdown or FHIR, or print it."),
  NOTE_UNRESOLVED(
      409,
      FailureKind.CALLER,
      "The note has open points",
      "Accept, change or remove the statements that nothing backs, and insert or "
          + "dismiss what was said and is not in the note."),
  TOO_MANY_DRAFTS(
      429,
      FailureKind.CAPACITY,
      "As many drafts were asked for as may be in a day",
      "Go on with the note as it is, or ask again tomorrow.");

  private final int status;
  private final FailureKind kind;
  private final String title;
  private final String advice;

  ProblemType(int status, FailureKind kind, String title, String advice) {
    this.status = status;
    this.kind = kind;
    this.title = title;
    this.advice = advice;
  }

  /** The type with this stable name, if there is one. */
  public static Optional<ProblemType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.code().equals(name)).findFirst();
  }

  /** The stable name, for example {@code no-consent}: the last part of the problem's type. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Whose matter it is, and with that whether trying again helps. */
  public FailureKind kind() {
    return kind;
  }

  /** What is wrong. */
  public String title() {
    return title;
  }

  /** What to do about it, where the occasion has nothing better to say. */
  public String advice() {
    return advice;
  }
}
