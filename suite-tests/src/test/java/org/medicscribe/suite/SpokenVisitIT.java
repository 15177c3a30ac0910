package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.devstack.client.RecordedFile;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.devstack.suite.SuiteOptions;
import org.medicscribe.events.Segment;
import org.medicscribe.events.Topics;
import org.medicscribe.suite.TraceReceiver.Received;

/**
 * A spoken visit through the embedded engines: from sound to a note that points to what was said,
 * followed by one trace.
 */
class SpokenVisitIT {

  private static final String PATIENT = "Zacharias Quimby";

  @TempDir static Path folder;

  private static final Listener LISTENER = new Listener();
  private static List<Received> spans = List.of();
  private static List<Received> wayToTheNote = List.of();
  private static Visit.Outcome outcome;

  @BeforeAll
  static void speak() throws Exception {
    try (TraceReceiver receiver = new TraceReceiver();
        Suite suite = TestSuite.start(options -> traced(options, receiver), folder);
        HttpClient http = HttpClient.newHttpClient()) {
      String token = suite.token("dr.rivera");
      Tokens tokens = () -> token;
      RecordedFile wav =
          ((RecordedFile.Reading.Audio)
                  RecordedFile.read(TestSuite.project().resolve("samples/consultation-en.wav")))
              .file();
      outcome =
          new Visit(http, suite.url(ServiceId.first(ServiceKind.GATEWAY)), tokens, LISTENER)
              .live(
                  wav,
                  new Visit.Plan(PATIENT, "en", List.of(), "spoken", 2, Duration.ofMinutes(3)));
      TestSuite.await(
          Duration.ofSeconds(20), () -> !receiver.wayTo(SpokenVisitIT::storesNote).isEmpty());
      spans = receiver.spans();
      wayToTheNote = receiver.wayTo(SpokenVisitIT::storesNote);
    }
  }

  private static SuiteOptions traced(SuiteOptions options, TraceReceiver receiver) {
    Map<String, String> environment = new HashMap<>(options.environment());
    environment.putAll(receiver.environment());
    return options.withEngines(Engines.EMBEDDED).withEnvironment(environment);
  }

  private static boolean storesNote(Received received, Received cause) {
    return received.service().equals("storage-service")
        && cause.name().equals("encounter-note publish");
  }

  @Test
  void shouldWriteANoteFromASpokenVisit() {
    assertThat(outcome).isEqualTo(Visit.Outcome.NOTE);
    assertThat(LISTENER.text()).contains("penicillin").contains("two weeks");
    assertThat(LISTENER.speakers()).hasSizeGreaterThanOrEqualTo(2);
    assertEveryStatementPointsToWhatWasSaid(LISTENER);
    assertThat(LISTENER.note.at("/engine/embedded").asBoolean()).isTrue();
  }

  @Test
  void shouldFollowTheVisitFromItsAudioToItsNoteInOneTrace() {
    assertThat(wayToTheNote)
        .extracting(Received::service, Received::name)
        .containsExactly(
            tuple("gateway", "send encounter-audio"),
            tuple("transcription-service", "send encounter-transcript"),
            tuple("storage-service", "encounter-transcript receive"),
            tuple("soap-note-service", "encounter-note receive"),
            tuple("soap-note-service", "draft note"),
            tuple("soap-note-service", "encounter-note publish"),
            tuple("storage-service", "encounter-note receive"));
    assertThat(wayToTheNote).extracting(Received::trace).containsOnly(spans.getFirst().trace());
  }

  @Test
  void shouldTraceWithoutASpanForEachFrameOfAudio() {
    assertThat(spans).filteredOn(span -> span.topic().equals(Topics.AUDIO)).hasSize(1);
  }

  @Test
  void shouldTraceNeitherThePatientNorWhatWasSaid() {
    assertThat(spans)
        .allSatisfy(span ->
            assertThat(span.text())
                .doesNotContain(PATIENT.split(" "))
                .doesNotContainIgnoringCase("penicillin", "weeks"));
    assertThat(spans)
        .flatExtracting(Received::attributes)
        .allMatch(name -> name.startsWith("messaging.") || name.equals("medicscribe.encounter.id"));
  }

  private static void assertEveryStatementPointsToWhatWasSaid(Listener listener) {
    Map<String, String> said =
        listener.segments.stream()
            .collect(Collectors.toMap(segment -> segment.id().value(), Segment::text));
    List<JsonNode> statements = new ArrayList<>();
    listener
        .note
        .at("/note/sections")
        .forEach(section -> section.path("statements").forEach(statements::add));
    assertThat(statements).hasSizeGreaterThanOrEqualTo(4);
    for (JsonNode statement : statements) {
      assertThat(statement.path("evidence")).isNotEmpty();
      for (JsonNode evidence : statement.path("evidence")) {
        assertThat(said.get(evidence.path("segment").asText()))
            .contains(evidence.path("quote").asText());
      }
    }
  }

  private static final class Listener implements Narrator {
    private List<Segment> segments = List.of();
    private JsonNode note = com.fasterxml.jackson.databind.node.MissingNode.getInstance();

    String text() {
      return segments.stream()
          .map(Segment::text)
          .collect(Collectors.joining(" "))
          .toLowerCase(Locale.ROOT);
    }

    List<String> speakers() {
      return segments.stream().map(s -> String.valueOf(s.speaker())).distinct().toList();
    }

    @Override
    public void begun(String encounter) {}

    @Override
    public void heard(List<Segment> added) {}

    @Override
    public void interim(String speaker, String text) {}

    @Override
    public void progress(double sent, double safe, double heard) {}

    @Override
    public void hiccup(String sentence) {}

    @Override
    public void note(JsonNode newest, List<Segment> transcript) {
      note = newest;
      segments = transcript;
    }

    @Override
    public void noNote(String code, String sentence) {}
  }
}
