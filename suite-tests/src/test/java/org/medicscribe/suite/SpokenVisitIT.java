package org.medicscribe.suite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.devstack.client.Narrator;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.Visit;
import org.medicscribe.devstack.client.WavFile;
import org.medicscribe.devstack.service.Engines;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;
import org.medicscribe.devstack.suite.Suite;
import org.medicscribe.events.Segment;

/**
 * A spoken visit through the embedded engines: from sound to a note that points to what was said.
 */
class SpokenVisitIT {

  @TempDir static Path folder;

  @Test
  void shouldWriteANoteFromASpokenVisit() throws Exception {
    try (Suite suite = TestSuite.start(options -> options.withEngines(Engines.EMBEDDED), folder);
        HttpClient http = HttpClient.newHttpClient()) {
      // Given
      String token = suite.token("dr.rivera");
      Tokens tokens = () -> token;
      Listener listener = new Listener();
      WavFile wav =
          ((WavFile.Reading.Audio)
                  WavFile.read(TestSuite.project().resolve("samples/consultation-en.wav")))
              .file();

      // When
      Visit.Outcome outcome =
          new Visit(http, suite.url(ServiceId.first(ServiceKind.GATEWAY)), tokens, listener)
              .live(
                  wav,
                  new Visit.Plan("Sample", "en", List.of(), "spoken", 2, Duration.ofMinutes(3)));

      // Then
      assertThat(outcome).isEqualTo(Visit.Outcome.NOTE);
      assertThat(listener.text()).contains("penicillin").contains("two weeks");
      assertThat(listener.speakers()).hasSizeGreaterThanOrEqualTo(2);
      assertEveryStatementPointsToWhatWasSaid(listener);
      assertThat(listener.note.at("/engine/embedded").asBoolean()).isTrue();
    }
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
