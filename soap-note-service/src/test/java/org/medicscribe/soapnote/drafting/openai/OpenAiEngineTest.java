package org.medicscribe.soapnote.drafting.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EngineName;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.testing.Mapping;

/** What a provider says of itself: that words leave, with a key or without one. */
class OpenAiEngineTest {

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  private OpenAiNoteDrafter drafter(Map<String, String> settings) {
    return new OpenAiNoteDrafter(
        vertx, Mapping.of(OpenAiConfig.class, settings), new SimpleMeterRegistry());
  }

  @Test
  void shouldSayThatWordsLeaveToAServerWithoutAKey() {
    assertThat(drafter(Map.of("note.openai.base-url", "http://10.0.0.7:11434/v1")).engine())
        .isEqualTo(new EngineName("openai-compatible gpt-4.1", false));
  }

  @Test
  void shouldSayThatWordsLeaveToOpenAi() {
    OpenAiNoteDrafter drafter =
        drafter(Map.of("note.openai.api-key", "sk-test", "note.openai.model", "gpt-5"));

    assertThat(drafter.engine()).isEqualTo(new EngineName("openai gpt-5", false));
    assertThat(drafter.languages())
        .containsExactlyInAnyOrder(NoteLanguage.ENGLISH, NoteLanguage.SPANISH);
  }
}
