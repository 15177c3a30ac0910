package org.medicscribe.soapnote.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.simulators.openai.BadDraft;
import org.medicscribe.simulators.openai.OpenAiOptions;
import org.medicscribe.simulators.openai.OpenAiSimulator;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.DraftResult.Drafted;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.testing.Mapping;
import org.medicscribe.soapnote.testing.Visit;

/** Each way in which a fluent model writes what was not said is sent back once, with the reason. */
class BadDraftsTest {

  private static final Vertx VERTX = Vertx.vertx();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The review only doubts it, since its lists of other words are never complete. */
  private static final String DOUBTED = "invented symptom";

  @AfterAll
  static void stopVertx() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  static Stream<BadDraft> seen() {
    return BadDraft.bank().stream().filter(bad -> !bad.name().equals(DOUBTED));
  }

  @ParameterizedTest
  @MethodSource("seen")
  void shouldSendBackWhatTheReviewFindsUnsupportedAndTakeTheCorrection(BadDraft bad) {
    try (OpenAiSimulator server = answering(bad)) {
      // When
      List<String> statements = draft(server, bad, Map.of());

      // Then
      assertThat(server.requests()).hasSize(2);
      String asked = server.requests().getLast().body().at("/messages/3/content").asText();
      assertThat(asked).contains(bad.wrong().text()).contains("\"reasons\":[\"");
      boolean withdrawn = bad.right().text().isEmpty();
      assertThat(statements).containsExactly(withdrawn ? bad.wrong().text() : bad.right().text());
    }
  }

  @Test
  void shouldSendTheVisitFirstSoThatTheProvidersCacheKnowsIt() {
    BadDraft bad = BadDraft.bank().getFirst();
    try (OpenAiSimulator server = answering(bad)) {
      // When
      draft(server, bad, Map.of());

      // Then
      assertThat(server.requests())
          .extracting(request ->
              request.body().at("/messages/0").toString()
                  + request.body().at("/messages/1")
                  + request.body().at("/messages/2"))
          .hasSize(2)
          .containsOnly(
              server.requests().getFirst().body().at("/messages/0").toString()
                  + server.requests().getFirst().body().at("/messages/1")
                  + server.requests().getFirst().body().at("/messages/2"));
    }
  }

  @Test
  void shouldKeepTheFirstDraftWhenTheCorrectionFails() {
    BadDraft bad = BadDraft.bank().getFirst();
    try (OpenAiSimulator server = answering(bad)) {
      // Given
      server.faults().set(new Fault.Latency(0, Duration.ofMillis(400)));

      // When
      List<String> statements =
          draft(server, bad, Map.of("note.openai.correction-timeout", "100ms"));

      // Then
      assertThat(statements).containsExactly(bad.wrong().text());
    }
  }

  @Test
  void shouldAskForNoCorrectionWhenThereIsNoTimeForOne() {
    BadDraft bad = BadDraft.bank().getFirst();
    try (OpenAiSimulator server = answering(bad)) {
      // When
      List<String> statements = draft(server, bad, Map.of("note.openai.correction-timeout", "0s"));

      // Then
      assertThat(statements).containsExactly(bad.wrong().text());
      assertThat(server.requests()).hasSize(1);
    }
  }

  private static List<String> draft(
      OpenAiSimulator server, BadDraft bad, Map<String, String> more) {
    Map<String, String> keys = new HashMap<>(more);
    keys.put("note.openai.api-key", "sk-test");
    keys.put("note.openai.base-url", server.url());
    OpenAiNoteDrafter drafter =
        new OpenAiNoteDrafter(
            VERTX, Mapping.of(OpenAiConfig.class, keys), new SimpleMeterRegistry());
    DraftRequest request =
        new DraftRequest(
            Visit.of(String.join("\n", bad.visit())).transcript(),
            NoteLanguage.ENGLISH,
            ShippedTemplates.standard());
    Drafted drafted = (Drafted) drafter.draft(request, progress -> {}).await().atMost(PATIENCE);
    return drafted.draft().sections().stream()
        .flatMap(section -> section.statements().stream())
        .map(DraftStatement::text)
        .toList();
  }

  private static OpenAiSimulator answering(BadDraft bad) {
    return OpenAiSimulator.start(OpenAiOptions.defaults().withAnswerer(bad));
  }
}
