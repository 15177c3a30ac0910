package org.medicscribe.storage.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.access.Answered.Seen;
import org.medicscribe.storage.audit.AuditEntry.Action;

class AnsweredTest {

  private static final String ID = "0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10";

  @ParameterizedTest
  @CsvSource({
    "'', ENCOUNTER_READ",
    "/transcript, TRANSCRIPT_READ",
    "/note, NOTE_READ",
    "/notes, NOTE_READ",
    "/notes/2, NOTE_READ",
    "/audit, AUDIT_READ"
  })
  void shouldTellWhatWasReadOfWhichVisit(String below, Action action) {
    assertThat(new Answered("GET", "/api/encounters/" + ID + below, 200, null, false).seen())
        .contains(new Seen(action, EncounterId.of(ID), ""));
  }

  @ParameterizedTest
  @CsvSource({"GET, /api/encounters", "POST, /api/encounters/search"})
  void shouldTellThatVisitsWereListed(String method, String path) {
    assertThat(new Answered(method, path, 200, null, false).seen())
        .contains(new Seen(Action.ENCOUNTERS_LISTED, null, ""));
  }

  @Test
  void shouldTellWhatWasTakenOutside() {
    assertThat(new Answered("GET", "/api/encounters/" + ID + "/note", 200, null, true).seen())
        .contains(new Seen(Action.NOTE_EXPORTED, EncounterId.of(ID), ""));
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/encounters/" + ID + "/note, encounter-not-found, GET note, " + ID,
    "PUT, /api/encounters/" + ID + "/recorder, forbidden, PUT recorder, " + ID,
    "GET, /api/encounters/" + ID + "/Amoxicillin, forbidden, GET visit, " + ID,
    "GET, /api/encounters/nonsense, encounter-not-found, GET visit,",
    "GET, /api/encounters, forbidden, GET visits,",
    "GET, /api/audit, forbidden, GET audit,"
  })
  void shouldTellWhichDoorWasTriedInWordsOfOurs(
      String method, String path, String problem, String what, String id) {
    assertThat(new Answered(method, path, 404, problem, false).seen())
        .contains(new Seen(Action.REFUSED, id == null ? null : EncounterId.of(id), what));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/encounters, 201,",
    "GET, /api/encounters/" + ID + "/note, 404, no-note",
    "GET, /api/encounters/" + ID + "/audio, 200,",
    "PUT, /api/encounters/" + ID + "/note, 200,"
  })
  void shouldLeaveWhatHasAnEntryOfItsOwnOrNeedsNone(
      String method, String path, int status, String problem) {
    assertThat(new Answered(method, path, status, problem, false).seen())
        .isEqualTo(Optional.empty());
  }
}
