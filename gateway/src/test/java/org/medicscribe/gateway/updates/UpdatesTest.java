package org.medicscribe.gateway.updates;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.Topics;
import org.medicscribe.gateway.surroundings.AtTheGateway;
import org.medicscribe.gateway.surroundings.LogLines;
import org.medicscribe.gateway.surroundings.SocketClient;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class UpdatesTest extends AtTheGateway {

  private static final String REQUEST = "0198c5b0-0000-7000-8000-000000000001";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Watchers watchers;
  @Inject EncounterUpdates updates;
  @Inject RecogniserLoad recogniser;

  private SocketClient watch(EncounterId encounter, String token) {
    SocketClient client = SocketClient.open(url.getPort(), encounter, token);
    Awaitility.await().atMost(PATIENCE).until(() -> !watchers.of(encounter).isEmpty());
    return client;
  }

  private SocketClient watch(EncounterId encounter) {
    return watch(encounter, issuer.tokenOf(CLINICIAN));
  }

  /** Publishes an event; the rest of its fields follow the type and the encounter. */
  private void publish(String topic, EncounterId encounter, String type, String fields)
      throws Exception {
    String event =
        "{'type':'%s','encounterId':'%s',%s}".formatted(type, encounter, fields).replace('\'', '"');
    kafka.publish(topic, encounter.toString(), event.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void shouldKnowThatItHasHeardAllOfAMomentAgo() throws Exception {
    // When
    publish(Topics.LIVE, newVisit(), "encounter-changed", "'state':'signed'");

    // Then
    Awaitility.await()
        .during(Duration.ofSeconds(2))
        .atMost(PATIENCE)
        .until(() -> updates.hasHeardAllOf(Duration.ofSeconds(1)));
    assertThat(updates.hasHeardAllOf(Duration.ZERO)).isFalse();
  }

  @Test
  void shouldBringWhatIsSaidToItsWatcher() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient client = watch(encounter)) {
      // When
      publish(Topics.LIVE, encounter, "interim-heard", "'start':0,'end':16000,'text':'And how'");
      JsonNode interim = client.expect("interim");
      publish(
          Topics.TRANSCRIPT,
          encounter,
          "segments-finalized",
          "'from':0,'through':16000,'segments':[],'engine':{'name':'x','embedded':true}");
      JsonNode segment = client.expect("segment");

      // Then
      assertThat(interim.path("text").asText()).isEqualTo("And how");
      assertThat(interim.has("speaker")).isFalse();
      assertThat(segment.path("through").asLong()).isEqualTo(16_000);
    }
  }

  @Test
  void shouldBringWhatBecomesOfTheNoteToItsWatcher() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient client = watch(encounter)) {
      // When
      publish(
          Topics.NOTE,
          encounter,
          "note-failed",
          "'noteRequestId':'%s','kind':'CALLER','code':'transcript-too-short','advice':'Record more.'"
              .formatted(REQUEST));
      JsonNode note = client.expect("note");
      publish(
          Topics.LIVE,
          encounter,
          "note-delta",
          "'noteRequestId':'%s','section':'plan','text':'Follow up in '".formatted(REQUEST));
      JsonNode delta = client.expect("note-delta");

      // Then
      assertThat(note.path("outcome").asText()).isEqualTo("failed");
      assertThat(note.path("code").asText()).isEqualTo("transcript-too-short");
      assertThat(delta.path("section").asText()).isEqualTo("plan");
    }
  }

  @Test
  void shouldLetNoNewVisitBeginWhileTheRecogniserIsFull() throws Exception {
    // Given
    EncounterId running = newVisit();
    EncounterId later = newVisit();
    try (SocketClient recorder = open(running).record(0, "tab")) {
      recorder.audio(0, new byte[2 * SocketClient.FRAME]).expectAckThrough(SocketClient.FRAME);

      // When
      publish(
          Topics.LIVE,
          running,
          "transcription-delayed",
          "'behindMillis':6000,'reason':'overloaded'");
      recorder.expect("delay");

      // Then
      try (SocketClient begins = open(later).start(0, "tab")) {
        assertThat(SocketClient.reason(begins.expectRefusal(1013))).isEqualTo("service-busy");
      }
      recorder
          .audio(SocketClient.FRAME, new byte[2 * SocketClient.FRAME])
          .expectAckThrough(2 * SocketClient.FRAME);
      try (SocketClient returns = open(running).record(2 * SocketClient.FRAME, "tab")) {
        assertThat(recogniser.isFull()).isTrue();
      }
      Awaitility.await().atMost(PATIENCE.multipliedBy(2)).until(() -> !recogniser.isFull());
      open(later).record(0, "tab").close();
    }
  }

  @Test
  void shouldBringStatesAndDelaysToEveryWatcherOfAnEncounter() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient one = watch(encounter);
        SocketClient two = open(encounter)) {
      Awaitility.await().atMost(PATIENCE).until(() -> watchers.of(encounter).size() == 2);

      // When
      publish(
          Topics.LIVE,
          encounter,
          "transcription-delayed",
          "'behindMillis':5,'reason':'overloaded'");
      publish(Topics.LIVE, encounter, "encounter-changed", "'state':'drafting'");

      // Then
      assertThat(one.expect("delay").path("reason").asText()).isEqualTo("overloaded");
      assertThat(one.expect("state").path("state").asText()).isEqualTo("drafting");
      assertThat(two.expect("state").path("state").asText()).isEqualTo("drafting");
    }
  }

  @Test
  void shouldTellNothingOfAnotherEncounter() throws Exception {
    // Given
    EncounterId mine = newVisit();
    try (SocketClient client = watch(mine)) {
      // When
      publish(Topics.LIVE, newVisit(), "encounter-changed", "'state':'signed'");
      publish(Topics.LIVE, mine, "encounter-changed", "'state':'review'");

      // Then
      assertThat(client.expect("state").path("state").asText()).isEqualTo("review");
    }
  }

  @Test
  void shouldSkipWhatItCannotRead() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    try (SocketClient client = watch(encounter)) {
      // When
      kafka.publish(Topics.LIVE, encounter.toString(), new byte[] {'{'});
      publish(Topics.LIVE, encounter, "from-the-future", "'x':1");
      publish(Topics.LIVE, encounter, "encounter-changed", "'state':'review'");

      // Then
      assertThat(client.expect("state").path("state").asText()).isEqualTo("review");
    }
  }

  @Test
  void shouldForgetAWatcherThatIsGone() {
    // Given
    EncounterId encounter = newVisit();
    SocketClient client = watch(encounter);

    // When
    client.cut();

    // Then
    Awaitility.await().atMost(PATIENCE).until(() -> watchers.of(encounter).isEmpty());
  }

  @Test
  void shouldLogNeitherPatientTextNorTokens() throws Exception {
    // Given
    EncounterId encounter = newVisit();
    String token = issuer.tokenOf(CLINICIAN);
    try (LogLines log = LogLines.capture()) {
      // When
      try (SocketClient client = watch(encounter, token)) {
        publish(Topics.LIVE, encounter, "interim-heard", "'start':'Mrs Jones'");
        publish(Topics.LIVE, encounter, "interim-heard", "'start':0,'end':1,'text':'Mrs Jones'");
        client.expect("interim");
        client.send("Mrs Jones has chest pain");
        client.expectRefusal(4400);
      }

      // Then
      assertThat(log.lines()).anyMatch(line -> line.contains("malformed-frame"));
      assertThat(log.lines()).noneMatch(line -> line.contains("Jones") || line.contains(token));
    }
  }
}
