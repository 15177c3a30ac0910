package org.medicscribe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.LiveEvent.EncounterChanged;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.testing.Broker;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class ResilienceTest {

  private final String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");

  @Test
  void shouldLoseNothingWhileTheDatabaseIsDown() throws Exception {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 16_000);
    visit.awaitStored(16_000);

    // When
    SuiteParts.stopPostgres();
    visit.speak(16_000, 48_000);
    visit.hear(0, 48_000, "still", "here");
    visit.stop(48_000);
    visit.get("").then().statusCode(503).body("type", endsWith("/storage-unavailable"));
    SuiteParts.startPostgres();

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> visit.get("").statusCode(), status -> status == 200);
    visit.awaitStored(48_000);
    visit.awaitState("transcribing");
    visit.awaitEncounter(json -> json.getLong("coverage.transcribedSamples") == 48_000);
    visit.get("/transcript").then().body("segments.text", equalTo(List.of("still here")));
    byte[] wav = visit.get("/audio").asByteArray();
    assertThat(Arrays.copyOfRange(wav, 44, wav.length)).isEqualTo(Visit.signal(0, 48_000));
  }

  @Test
  void shouldSendWhatACrashLeftInTheOutbox() throws Exception {
    // Given a message whose transaction committed, and whose sender died then
    Visit visit = Visit.create(rivera);
    byte[] value = EventJson.live().write(new EncounterChanged(visit.id(), EncounterState.PLANNED));
    try (Connection database = DriverManager.getConnection(SuiteParts.jdbcUrl());
        PreparedStatement insert =
            database.prepareStatement(
                "insert into outbox (encounter_id, topic, headers, value)"
                    + " values (?, ?, '{}', ?)")) {
      insert.setObject(1, visit.id().value());
      insert.setString(2, Topics.LIVE);
      insert.setBytes(3, value);
      insert.executeUpdate();
    }

    // Then
    assertThat(
            Broker.awaitRecords(
                Topics.LIVE, record -> record.key().equals(visit.id().toString()), 1))
        .extracting(ConsumerRecord::value)
        .containsExactly(value);
  }

  @Test
  void shouldPutMalformedRecordsAsideAndGoOn() {
    // Given
    Visit visit = Visit.recording(rivera);
    String key = visit.id().toString();
    String orphan = UuidCreator.getTimeOrderedEpoch().toString();

    // When
    Broker.send(Topics.TRANSCRIPT, key, bytes("{\"type\":\"segments-finalized\"}"), List.of());
    Broker.send(Topics.TRANSCRIPT, key, bytes("chest pain"), List.of());
    Broker.send(Topics.TRANSCRIPT, key, bytes("{\"type\":\"from-the-future\"}"), List.of());
    Broker.send(Topics.AUDIO, key, bytes("not audio"), List.of());
    Broker.send(
        Topics.NOTE,
        orphan,
        EventJson.note()
            .write(
                new NoteFailed(
                    org.medicscribe.events.EncounterId.of(orphan),
                    new NoteRequestId(UuidCreator.getTimeOrderedEpoch()),
                    FailureKind.CALLER,
                    "code",
                    "advice")),
        List.of());
    visit.hear(0, 16_000, "fine");

    // Then
    visit.awaitEncounter(json -> json.getLong("coverage.transcribedSamples") == 16_000);
    assertThat(deadLetters(Topics.TRANSCRIPT, key, 2))
        .allSatisfy(reason -> assertThat(reason).startsWith("CALLER").doesNotContain("chest"));
    assertThat(deadLetters(Topics.AUDIO, key, 1)).containsExactly("CALLER: no type or no value");
    assertThat(deadLetters(Topics.NOTE, orphan, 1)).containsExactly("CALLER: unknown encounter");
  }

  @Test
  void shouldFoldAReplayAndAskForTheNoteOnce() {
    // Given
    Visit visit = Visit.recording(rivera);

    // When the transcript overtakes the audio, and comes twice
    for (int replay = 0; replay < 2; replay++) {
      visit.hear(0, 16_000, "one", "two");
      visit.hear(32_000, 48_000, "four");
      visit.complete(64_000);
    }
    visit.awaitState("drafting");
    visit.stop(64_000);
    visit.awaitEncounter(json -> json.get("coverage.recordedSamples") != null);

    // Then
    visit.get("/transcript").then().body("segments.text", equalTo(List.of("one two", "four")));
    visit
        .get("")
        .then()
        .body("coverage.transcribedSamples", equalTo(32_000))
        .body("coverage.transcriptGaps.start", equalTo(List.of(16_000, 48_000)))
        .body("coverage.transcriptGaps.end", equalTo(List.of(32_000, 64_000)));
    assertThat(
            Broker.awaitRecords(
                Topics.NOTE, record -> record.key().equals(visit.id().toString()), 1))
        .hasSize(1);
  }

  @Test
  void shouldShowWhyThereIsNoNoteAndWhatToDo() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.stop(0);
    visit.complete(0);
    visit.awaitState("drafting");

    // When
    String request = visit.askForNote().then().statusCode(202).extract().path("noteRequestId");
    visit.send(
        new NoteFailed(
            visit.id(),
            NoteRequestId.of(request),
            FailureKind.CALLER,
            "transcript-too-short",
            "Record more."));

    // Then
    visit.awaitState("needs-attention");
    visit
        .get("/notes")
        .then()
        .body("versions", hasSize(0))
        .body("failure.code", equalTo("transcript-too-short"))
        .body("failure.advice", equalTo("Record more."));
  }

  @Test
  void shouldLogNothingThatWasSaid() {
    // Given somebody who reads every log line
    List<String> lines = new CopyOnWriteArrayList<>();
    Handler handler = new Listener(lines);
    Logger root = Logger.getLogger("");
    root.addHandler(handler);

    try {
      // When a visit goes well, and its records go wrong
      Visit visit =
          Visit.create(
              rivera,
              Map.of("patientLabel", "Xylophone Smith", "keyTerms", List.of("xylophonitis")));
      visit.consent("granted");
      visit.hear(0, 16_000, "xylophone", "pain");
      Broker.send(
          Topics.TRANSCRIPT, visit.id().toString(), bytes("xylophone in no JSON"), List.of());
      visit.complete(16_000);
      visit.awaitState("drafting");
      deadLetters(Topics.TRANSCRIPT, visit.id().toString(), 1);
      Visit.as(rivera)
          .contentType("application/json")
          .body("{\"patientLabel\": {\"xylophone\":1}}")
          .post("/api/encounters")
          .then()
          .statusCode(400);
      // And what a person writes about it is kept, refused, and not understood
      visit.correct("s0", Map.of("text", "Xylophone pain.")).then().statusCode(200);
      visit.draft(Drafts.ofAVisit());
      visit.awaitNote(1);
      visit.save(1, note("xylophone")).then().statusCode(200);
      visit.save(1, note("xylophone")).then().statusCode(412);
      visit.save(2, note("xylophone\u0000")).then().statusCode(400);
      visit.save(2, "{\"sections\": {\"xylophone\": 1}}").then().statusCode(400);
    } finally {
      root.removeHandler(handler);
    }

    // Then
    assertThat(lines).isNotEmpty().noneMatch(line -> line.toLowerCase().contains("xylophon"));
  }

  private static Map<String, ?> note(String text) {
    return Map.of(
        "sections", List.of(Map.of("code", "plan", "statements", List.of(Map.of("text", text)))));
  }

  /** Collects messages, parameters and the messages of exceptions. */
  private static final class Listener extends Handler {
    private final List<String> lines;

    Listener(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(String.valueOf(record.getMessage()) + Arrays.toString(record.getParameters()));
      Stream.iterate(record.getThrown(), thrown -> thrown != null, Throwable::getCause)
          .forEach(thrown -> lines.add(thrown.toString()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static List<String> deadLetters(String topic, String key, int count) {
    return Broker.awaitRecords(
            Topics.deadLetterOf(topic), record -> key.equals(record.key()), count)
        .stream()
        .map(record ->
            new String(
                record.headers().lastHeader("dead-letter-reason").value(), StandardCharsets.UTF_8))
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
