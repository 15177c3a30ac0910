package org.medicscribe.soapnote.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteEvent.NoteRequested;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.Topics;
import org.medicscribe.soapnote.testing.Dialogue;
import org.medicscribe.soapnote.testing.LocalKafka;
import org.medicscribe.soapnote.testing.LogCapture;
import org.medicscribe.soapnote.testing.TopicReader;

/** From a request to its outcome through a real Kafka, with the embedded drafter. */
@QuarkusTest
@QuarkusTestResource(LocalKafka.class)
@SuppressWarnings("NullAway.Init")
class NoteFlowIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final EncounterId ENCOUNTER =
      EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final String[] VISIT = {
    "clinician: Good morning. What brings you in today?",
    "patient: I have had a bad cough for three weeks, and my left knee hurts when I climb stairs.",
    "clinician: Any fever or chills?",
    "patient: No, no fever.",
    "clinician: Are you allergic to any medicines?",
    "patient: Yes, I am allergic to penicillin.",
    "clinician: On examination your lungs are clear. Blood pressure is one thirty over eighty.",
    "clinician: I think this is a bronchitis. I will start you on azithromycin 500 milligrams once a"
        + " day for three days.",
    "clinician: Please come back in two weeks. Go to the emergency room if you get short of breath.",
    "patient: Thank you, doctor."
  };

  private LocalKafka kafka;

  private final EventJson<NoteEvent> notes = EventJson.note();
  private KafkaProducer<String, byte[]> producer;
  private TopicReader outcomes;

  @BeforeEach
  void connect() {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    outcomes = new TopicReader(kafka.bootstrapServers(), Topics.NOTE);
  }

  @AfterEach
  void disconnect() {
    producer.close();
    outcomes.close();
  }

  @Test
  void shouldDraftAVerifiedNoteAndTellItsProgress() {
    // Given
    NoteRequested request = request("en", VISIT);

    // When
    send(notes.write(request));

    // Then
    NoteDrafted drafted = (NoteDrafted) outcomeOf(request);
    assertThat(drafted.engine().embedded()).isTrue();
    List<Statement> statements =
        drafted.note().sections().stream()
            .flatMap(section -> section.statements().stream())
            .toList();
    assertThat(statements).isNotEmpty().allSatisfy(s -> assertThat(s.evidence()).isNotEmpty());
    try (TopicReader live = new TopicReader(kafka.bootstrapServers(), Topics.LIVE)) {
      await()
          .atMost(PATIENCE)
          .until(() -> live.records().stream().anyMatch(r -> isDelta(r, request)));
    }
  }

  @Test
  void shouldRefuseATranscriptThatIsTooShort() {
    // Given
    NoteRequested request = request("en", "clinician: Hello?", "patient: Sorry, wrong room.");

    // When
    send(notes.write(request));

    // Then
    NoteFailed failed = (NoteFailed) outcomeOf(request);
    assertThat(failed.code()).isEqualTo("transcript-too-short");
  }

  @Test
  void shouldPublishOneOutcomeForARequestThatIsSentTwice() {
    // Given
    NoteRequested request = request("en", VISIT);
    NoteRequested last = request("en", "patient: Bye.");

    // When
    send(notes.write(request));
    send(notes.write(request));
    send(notes.write(last));

    // Then
    outcomeOf(last);
    outcomeOf(request);
    assertThat(outcomesOf(request)).hasSize(1);
  }

  @Test
  void shouldSetAMalformedRecordAsideAndGoOnWithoutRepeatingItsContent() {
    // Given
    String secret = "Rumpelstilzchen-" + UUID.randomUUID();
    NoteRequested next = request("en", "patient: " + secret);

    // When
    try (LogCapture log = LogCapture.start();
        TopicReader deadLetters =
            new TopicReader(kafka.bootstrapServers(), Topics.deadLetterOf(Topics.NOTE))) {
      send(
          ("{\"type\":\"note-requested\",\"transcript\":\"" + secret)
              .getBytes(StandardCharsets.UTF_8));
      send("{\"type\":\"note-of-the-future\"}".getBytes(StandardCharsets.UTF_8));
      send(notes.write(next));

      // Then
      assertThat(outcomeOf(next)).isInstanceOf(NoteFailed.class);
      await().atMost(PATIENCE).until(() -> !deadLetters.records().isEmpty());
      ConsumerRecord<String, byte[]> deadLetter = deadLetters.records().getFirst();
      String reason =
          new String(
              deadLetter.headers().lastHeader("dead-letter-reason").value(),
              StandardCharsets.UTF_8);
      assertThat(reason).doesNotContain(secret);
      assertThat(log.text()).contains("record set aside").doesNotContain(secret);
    }
  }

  @Test
  void shouldKeepWhatWasSaidOutOfTheLog() {
    // Given
    String secret = "Rumpelstilzchen";
    String[] visit = VISIT.clone();
    visit[1] = "patient: My name is " + secret + ", I have had a bad cough for three weeks.";
    NoteRequested request = request("en", visit);

    try (LogCapture log = LogCapture.start()) {
      // When
      send(notes.write(request));

      // Then
      outcomeOf(request);
      assertThat(log.text()).contains("note drafted").doesNotContain(secret);
    }
  }

  @Test
  void shouldTellItsEngineItsHealthAndItsFigures() {
    given()
        .get("/api/engine")
        .then()
        .statusCode(200)
        .body("name", equalTo("embedded extractive minilm-l6"))
        .body("embedded", equalTo(true))
        .body("languages", contains("en"));
    given().get("/health").then().statusCode(200).body("status", equalTo("UP"));
    given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_"));
  }

  private static NoteRequested request(String language, String... visit) {
    return new NoteRequested(
        ENCOUNTER,
        new NoteRequestId(UUID.randomUUID()),
        "soap",
        language,
        Dialogue.lines(visit),
        Map.of(),
        Instant.now());
  }

  private void send(byte[] value) {
    var sent = producer.send(new ProducerRecord<>(Topics.NOTE, ENCOUNTER.toString(), value));
    await().atMost(PATIENCE).until(sent::isDone);
  }

  private NoteEvent outcomeOf(NoteRequested request) {
    return await()
        .atMost(PATIENCE)
        .until(() -> outcomesOf(request), found -> !found.isEmpty())
        .getFirst();
  }

  private List<NoteEvent> outcomesOf(NoteRequested request) {
    return outcomes.records().stream()
        .flatMap(message ->
            notes.read(message.value()) instanceof Decoded.Known<NoteEvent> known
                ? Stream.of(known.event())
                : Stream.empty())
        .filter(event -> event.noteRequestId().equals(request.noteRequestId()))
        .filter(event -> !(event instanceof NoteRequested))
        .toList();
  }

  private static boolean isDelta(ConsumerRecord<String, byte[]> message, NoteRequested request) {
    return EventJson.live().read(message.value()) instanceof Decoded.Known<LiveEvent> known
        && known.event() instanceof LiveEvent.NoteDelta delta
        && delta.noteRequestId().equals(request.noteRequestId());
  }
}
