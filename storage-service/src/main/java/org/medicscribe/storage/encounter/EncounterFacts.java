package org.medicscribe.storage.encounter;

import org.medicscribe.events.EncounterState;

/**
 * What is known of a visit. Its state follows from the facts alone, so it does not matter in which
 * order the topics brought them.
 */
public record EncounterFacts(
    boolean withdrawn,
    boolean signed,
    boolean audioHeard,
    boolean recordingEnded,
    boolean transcriptComplete,
    NoteProgress note) {

  /** How far the note is. */
  public enum NoteProgress {
    /** None was asked for. */
    NONE,
    /** The latest request is still being worked on. */
    AWAITED,
    /** There is a version to look at. */
    DRAFTED,
    /** The latest request failed, and there is no version. */
    FAILED
  }

  public EncounterState state() {
    if (withdrawn) {
      return EncounterState.WITHDRAWN;
    }
    if (signed) {
      return EncounterState.SIGNED;
    }
    if (!transcriptComplete) {
      if (recordingEnded) {
        return EncounterState.TRANSCRIBING;
      }
      return audioHeard ? EncounterState.RECORDING : EncounterState.PLANNED;
    }
    return switch (note) {
      case NONE, AWAITED -> EncounterState.DRAFTING;
      case DRAFTED -> EncounterState.REVIEW;
      case FAILED -> EncounterState.NEEDS_ATTENTION;
    };
  }
}
