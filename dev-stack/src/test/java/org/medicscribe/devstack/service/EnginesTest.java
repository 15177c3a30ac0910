package org.medicscribe.devstack.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnginesTest {

  private static final String DEEPGRAM = "ws://127.0.0.1:8005";
  private static final String OPENAI = "http://127.0.0.1:8006/v1";

  private static Map<String, String> environment(Engines engines, ServiceKind service) {
    return engines.environment(service, DEEPGRAM, OPENAI);
  }

  @Test
  void shouldLeaveTheCallersKeyToTheServiceThatUsesIt() {
    assertThat(environment(Engines.FROM_ENVIRONMENT, ServiceKind.TRANSCRIPTION))
        .containsExactly(Map.entry("OPENAI_API_KEY", ""));
    assertThat(environment(Engines.FROM_ENVIRONMENT, ServiceKind.SOAP_NOTE))
        .containsExactly(Map.entry("DEEPGRAM_API_KEY", ""));
  }

  @ParameterizedTest
  @EnumSource(Engines.class)
  void shouldHideEveryKeyFromServicesWithoutEngines(Engines engines) {
    for (ServiceKind service : new ServiceKind[] {ServiceKind.GATEWAY, ServiceKind.STORAGE}) {
      assertThat(environment(engines, service))
          .containsEntry("DEEPGRAM_API_KEY", "")
          .containsEntry("OPENAI_API_KEY", "");
    }
  }

  @Test
  void shouldChooseEmbeddedEnginesWhateverTheCallersEnvironmentHolds() {
    assertThat(environment(Engines.EMBEDDED, ServiceKind.TRANSCRIPTION))
        .containsEntry("TRANSCRIPTION_ENGINE", "embedded")
        .containsEntry("DEEPGRAM_API_KEY", "");
    assertThat(environment(Engines.EMBEDDED, ServiceKind.SOAP_NOTE))
        .containsEntry("NOTE_ENGINE", "embedded")
        .containsEntry("OPENAI_API_KEY", "");
  }

  @Test
  void shouldNeverSendARealKeyToASimulator() {
    assertThat(environment(Engines.SIMULATED, ServiceKind.TRANSCRIPTION))
        .containsEntry("TRANSCRIPTION_ENGINE", "deepgram")
        .containsEntry("DEEPGRAM_API_KEY", "simulated")
        .containsEntry("DEEPGRAM_URL", DEEPGRAM)
        .containsEntry("OPENAI_API_KEY", "");
    assertThat(environment(Engines.SIMULATED, ServiceKind.SOAP_NOTE))
        .containsEntry("NOTE_ENGINE", "openai")
        .containsEntry("OPENAI_API_KEY", "simulated")
        .containsEntry("OPENAI_BASE_URL", OPENAI)
        .containsEntry("DEEPGRAM_API_KEY", "");
  }
}
