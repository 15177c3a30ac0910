package org.medicscribe.devstack.service;

import java.util.HashMap;
import java.util.Map;

/** What the services are told about who recognises speech and who drafts notes. */
public enum Engines {
  /** Nothing: each goes by the environment of whoever starts the suite. */
  FROM_ENVIRONMENT,
  /** The embedded engines, whatever the environment holds. */
  EMBEDDED,
  /** The provider simulators of this suite, with keys that mean nothing. */
  SIMULATED;

  private static final String HIDDEN = "";
  private static final String SIMULATOR_KEY = "simulated";

  /** The services with engines, and the key of each one's provider. */
  private static final Map<ServiceKind, String> KEYS =
      Map.of(
          ServiceKind.TRANSCRIPTION, "DEEPGRAM_API_KEY", ServiceKind.SOAP_NOTE, "OPENAI_API_KEY");

  /** The variables for one service. A provider's key is hidden from all that do not use it. */
  Map<String, String> environment(ServiceKind service, String deepgramUrl, String openAiUrl) {
    Map<String, String> environment = new HashMap<>();
    KEYS.forEach((user, key) -> {
      if (user != service) {
        environment.put(key, HIDDEN);
      }
    });
    switch (this) {
      case FROM_ENVIRONMENT -> {}
      case EMBEDDED -> {
        KEYS.values().forEach(key -> environment.put(key, HIDDEN));
        environment.put("TRANSCRIPTION_ENGINE", "embedded");
        environment.put("NOTE_ENGINE", "embedded");
      }
      case SIMULATED -> environment.putAll(simulated(service, deepgramUrl, openAiUrl));
    }
    return environment;
  }

  private static Map<String, String> simulated(
      ServiceKind service, String deepgramUrl, String openAiUrl) {
    return switch (service) {
      case TRANSCRIPTION ->
          Map.of(
              "TRANSCRIPTION_ENGINE", "deepgram",
              "DEEPGRAM_API_KEY", SIMULATOR_KEY,
              "DEEPGRAM_URL", deepgramUrl);
      case SOAP_NOTE ->
          Map.of(
              "NOTE_ENGINE", "openai",
              "OPENAI_API_KEY", SIMULATOR_KEY,
              "OPENAI_BASE_URL", openAiUrl);
      case GATEWAY, STORAGE -> Map.of();
    };
  }
}
