package org.medicscribe.storage.encounter;

import java.util.Map;
import java.util.Optional;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.EncounterId;

/** Refusals as problems; for the HTTP adapters. */
public final class EncounterProblems {

  private static final Problem NOT_FOUND =
      Problem.of(
          "encounter-not-found",
          404,
          "There is no such encounter",
          "Check the address; you see your own encounters only.");

  private EncounterProblems() {}

  public static Problem of(Refusal refusal) {
    return switch (refusal) {
      case NOT_FOUND -> NOT_FOUND;
      case NO_CONSENT ->
          Problem.of(
              "no-consent",
              409,
              "Consent is missing",
              "Record the patient's consent, then start again.");
      case CONSENT_WITHDRAWN ->
          Problem.of(
              "consent-withdrawn",
              409,
              "Consent was withdrawn",
              "Nothing more can be recorded or read here. Create a new encounter if the patient"
                  + " agrees again.");
      case RECORDING_ENDED ->
          Problem.of(
              "recording-ended",
              409,
              "The recording has ended",
              "Create a new encounter to record more.");
      case ANOTHER_RECORDING ->
          Problem.of(
              "another-recording",
              409,
              "This visit has another recording",
              "Send the file again that was begun, or create a new encounter for this recording.");
      case ANOTHER_RECORDER ->
          Problem.of(
              "another-recorder",
              409,
              "Another device is recording",
              "Stop it there, or take over here.");
      case NOTE_SIGNED ->
          Problem.of(
              "note-signed",
              409,
              "The note is signed",
              "It can no longer be changed. Write an addendum instead.");
      case NOTE_NOT_SIGNED ->
          Problem.of(
              "note-not-signed",
              409,
              "The note is not signed yet",
              "Change the note itself; an addendum is for a signed one.");
      case TOO_MANY_ADDENDA ->
          Problem.of(
              "too-many-addenda",
              409,
              "The note has as many addenda as it may have",
              "Write what is to be added into the record of another visit.");
      case TOO_MANY_DECISIONS ->
          Problem.of(
              "too-many-decisions",
              409,
              "Consent was recorded too often for this visit",
              "What was decided last counts; create a new encounter to go on.");
      case TRANSCRIPT_INCOMPLETE ->
          Problem.of(
              "transcript-incomplete",
              409,
              "The transcript is not complete yet",
              "Correct it when the recording has ended and is transcribed.");
    };
  }

  public static Problem invalid(Map<String, String> fields) {
    return Problem.of(
            "invalid-request",
            400,
            "Something in the request does not fit",
            "Change the fields named in 'fields' and send it again.")
        .with("fields", fields);
  }

  public static <T> T valueOf(Answer<T> answer) {
    return switch (answer) {
      case Answer.Granted<T>(T value) -> value;
      case Answer.Refused<T>(Refusal refusal) -> throw new ProblemException(of(refusal));
    };
  }

  public static <T> T found(Optional<T> item) {
    return item.orElseThrow(() -> new ProblemException(NOT_FOUND));
  }

  /** A malformed id is the id of no encounter. */
  public static EncounterId idOf(String id) {
    return found(EncounterId.parse(id));
  }
}
