package org.medicscribe.devstack.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnginesTest {

  private static final String DEEPGRAM = "ws://127.0.0.1:8005";
  private static final String OPENAI = "http://127.0.0.1:8006/v1";

  @Test
  void shouldLeaveTheCallersKeysAlone() {
    assertThat(Engines.FROM_ENVIRONMENT.environment(DEEPGRAM, OPENAI)).isEmpty();
  }

  @Test
  void shouldHideTheCallersKeysFromEmbeddedEngines() {
    assertThat(Engines.EMBEDDED.environment(DEEPGRAM, OPENAI))
        .containsEntry("DEEPGRAM_API_KEY", "")
        .containsEntry("OPENAI_API_KEY", "");
  }

  @Test
  void shouldNeverSendARealKeyToASimulator() {
    assertThat(Engines.SIMULATED.environment(DEEPGRAM, OPENAI))
        .containsEntry("DEEPGRAM_API_KEY", "simulated")
        .containsEntry("DEEPGRAM_URL", DEEPGRAM)
        .containsEntry("OPENAI_BASE_URL", OPENAI);
  }

  @Test
  void shouldTellWhoServesByTheKeysThatAreSet() {
    Map<String, String> environment = Map.of("DEEPGRAM_API_KEY", "a-key");

    assertThat(Engines.FROM_ENVIRONMENT.speech(environment)).isEqualTo("Deepgram");
    assertThat(Engines.FROM_ENVIRONMENT.notes(environment)).startsWith("the embedded drafter");
  }
}
