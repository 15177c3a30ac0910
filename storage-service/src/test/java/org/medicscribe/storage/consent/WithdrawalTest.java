package org.medicscribe.storage.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.testing.Broker;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class WithdrawalTest {

  private final String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");

  @Test
  void shouldDeleteWhatWasHeardAndKeepThatItWasWithdrawn() throws Exception {
    // Given a visit with audio, a transcript and a request for a note
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 32_000);
    visit.awaitStored(32_000);
    visit.hear(0, 16_000, "Secret", "words");
    visit.awaitEncounter(json -> json.getLong("coverage.transcribedSamples") == 16_000);
    visit.askForNote().then().statusCode(202);
    Path folder = SuiteParts.uploads().resolve(visit.id().toString());
    assertThat(folder).exists();

    // When
    visit.consent("withdrawn").then().statusCode(201);

    // Then
    visit
        .get("")
        .then()
        .body("state", equalTo("withdrawn"))
        .body("consent.decision", equalTo("withdrawn"))
        .body("coverage.storedSamples", equalTo(0))
        .body("coverage.transcribedSamples", equalTo(0));
    visit.get("/transcript").then().body("segments", hasSize(0));
    visit.get("/notes").then().body("versions", hasSize(0));
    visit.get("/audio").then().statusCode(404).body("type", endsWith("/no-audio"));
    await().atMost(Duration.ofSeconds(10)).until(() -> Files.notExists(folder));
    await().atMost(Duration.ofSeconds(10)).until(() -> audit(visit).contains("CONTENT_ERASED"));
    assertThat(audit(visit))
        .containsExactly(
            "ENCOUNTER_CREATED",
            "CONSENT_GRANTED",
            "RECORDER_CLAIMED",
            "NOTE_REQUESTED",
            "CONSENT_WITHDRAWN",
            "CONTENT_ERASED");
    assertThat(stoppedBy(visit))
        .isEqualTo(
            new RecordingStopped(
                org.medicscribe.events.SampleIndex.of(32_000), StopReason.CONSENT_WITHDRAWN));
  }

  @Test
  void shouldDeleteEveryVersionOfANoteThatIsNotSigned() {
    // Given
    Visit visit = Visit.settled(rivera);

    // When
    visit.consent("withdrawn").then().statusCode(201);

    // Then
    visit.get("/notes").then().body("versions", hasSize(0));
    visit.get("/note").then().statusCode(404).body("type", endsWith("/no-note"));
    visit.sign(2).then().statusCode(409).body("type", endsWith("/consent-withdrawn"));
  }

  @Test
  void shouldKeepASignedNoteAndDeleteWhatItWasMadeFrom() {
    // Given
    Visit visit = Visit.signed(rivera);

    // When
    visit.consent("withdrawn").then().statusCode(201);

    // Then
    assertThat(visit.state()).isEqualTo("withdrawn");
    visit.get("/transcript").then().body("segments", hasSize(0));
    visit.get("/notes").then().body("versions.version", contains(2));
    visit.get("/note").then().statusCode(200).body("signature.by.subject", equalTo("dr.rivera"));
    visit.addendum("The patient withdrew consent to the recording.").then().statusCode(201);
  }

  @Test
  void shouldDropWhatComesTooLate() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 8_000);
    visit.awaitStored(8_000);
    visit.consent("withdrawn").then().statusCode(201);

    // When
    visit.speak(8_000, 32_000);
    visit.hear(0, 32_000, "too", "late");
    visit.complete(32_000);
    Visit other = Visit.recording(rivera);
    other.speak(0, 32_000);
    other.awaitStored(32_000);

    // Then
    visit
        .get("")
        .then()
        .body("state", equalTo("withdrawn"))
        .body("coverage.storedSamples", equalTo(0));
    visit.get("/transcript").then().body("segments", hasSize(0));
  }

  @Test
  void shouldKeepNothingOfARecordingWithdrawnBeforeItsFirstSound() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.consent("withdrawn").then().statusCode(201);

    // When audio that was under way arrives, and then something that is no audio
    visit.speak(0, 32_000);
    visit.stop(32_000);
    visit.awaitEncounter(json -> json.get("recording.stopReason") != null);
    Broker.send(Topics.AUDIO, visit.id().toString(), new byte[] {1}, List.of());

    // Then only the latter is put aside; the audio is nowhere
    assertThat(
            Broker.awaitRecords(
                Topics.deadLetterOf(Topics.AUDIO),
                record -> record.key().equals(visit.id().toString()),
                1))
        .singleElement()
        .extracting(record -> record.value().length)
        .isEqualTo(1);
    assertThat(SuiteParts.uploads().resolve(visit.id().toString())).doesNotExist();
  }

  @Test
  void shouldBeFinal() {
    // Given
    Visit visit = Visit.create(rivera);
    visit.consent("withdrawn").then().statusCode(201);

    // Then
    visit.consent("granted").then().statusCode(409).body("type", endsWith("/consent-withdrawn"));
    visit.claim("tab-1", true).then().statusCode(409).body("type", endsWith("/consent-withdrawn"));
    visit.askForNote().then().statusCode(409).body("type", endsWith("/consent-withdrawn"));
  }

  @Test
  void shouldTakeSoManyDecisionsAndAWithdrawalAlways() {
    // Given
    Visit visit = Visit.create(rivera);
    for (int i = 0; i < 50; i++) {
      visit.consent("granted").then().statusCode(201);
    }

    // Then
    visit.consent("granted").then().statusCode(409).body("type", endsWith("/too-many-decisions"));
    visit.consent("withdrawn").then().statusCode(201);
  }

  @Test
  void shouldSayWhatADecisionNeeds() {
    Visit visit = Visit.create(rivera);
    Visit.as(rivera)
        .contentType("application/json")
        .body(Map.of("decision", "granted"))
        .post(visit.path() + "/consent")
        .then()
        .statusCode(400)
        .body("fields", hasKey("method"))
        .body("fields", hasKey("givenBy"));
  }

  @Test
  void shouldNotLetAnybodyRewriteTheAuditTrail() throws SQLException {
    // Given
    Visit visit = Visit.create(rivera);

    try (Connection database = DriverManager.getConnection(SuiteParts.jdbcUrl());
        PreparedStatement rewrite =
            database.prepareStatement(
                "update audit_entry set actor = 'nobody' where encounter_id = ?")) {
      rewrite.setObject(1, visit.id().value());

      // Then
      org.assertj.core.api.Assertions.assertThatThrownBy(rewrite::executeUpdate)
          .hasMessageContaining("only appended to");
    }
  }

  private static RecordingStopped stoppedBy(Visit visit) {
    return Broker.awaitRecords(
            Topics.AUDIO,
            record ->
                record.key().equals(visit.id().toString())
                    && AudioRecords.read(record.headers(), record.value())
                        instanceof Decoded.Known<?>(RecordingStopped stopped),
            1)
        .stream()
        .map(record -> AudioRecords.read(record.headers(), record.value()))
        .map(decoded -> (RecordingStopped) ((Decoded.Known<?>) decoded).event())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> audit(Visit visit) throws SQLException {
    UUID id = visit.id().value();
    try (Connection database = DriverManager.getConnection(SuiteParts.jdbcUrl());
        PreparedStatement query =
            database.prepareStatement(
                """
                select action from audit_entry
                where encounter_id = ? and action not like '%\\_READ' order by number
                """)) {
      query.setObject(1, id);
      List<String> actions = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          actions.add(rows.getString(1));
        }
      }
      return actions;
    }
  }
}
