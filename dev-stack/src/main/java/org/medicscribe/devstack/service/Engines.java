package org.medicscribe.devstack.service;

import java.util.HashMap;
import java.util.Map;

/** Who recognises speech and who drafts notes. */
public enum Engines {
  /** Deepgram and OpenAI where their keys are in the environment, else the embedded engines. */
  FROM_ENVIRONMENT,
  /** The embedded engines, whatever the environment holds. */
  EMBEDDED,
  /** The provider simulators of this suite, with keys that mean nothing. */
  SIMULATED;

  private static final String NO_KEY = "";
  private static final String SIMULATOR_KEY = "simulated";

  Map<String, String> environment(String deepgramUrl, String openAiUrl) {
    Map<String, String> environment = new HashMap<>();
    switch (this) {
      case FROM_ENVIRONMENT -> {}
      case EMBEDDED -> {
        environment.put("DEEPGRAM_API_KEY", NO_KEY);
        environment.put("OPENAI_API_KEY", NO_KEY);
      }
      case SIMULATED -> {
        environment.put("DEEPGRAM_API_KEY", SIMULATOR_KEY);
        environment.put("DEEPGRAM_URL", deepgramUrl);
        environment.put("OPENAI_API_KEY", SIMULATOR_KEY);
        environment.put("OPENAI_BASE_URL", openAiUrl);
      }
    }
    return environment;
  }

  public String speech(Map<String, String> environment) {
    return switch (this) {
      case FROM_ENVIRONMENT ->
          isSet(environment, "DEEPGRAM_API_KEY")
              ? "Deepgram"
              : "the embedded recogniser, English only (set DEEPGRAM_API_KEY for Deepgram)";
      case EMBEDDED -> "the embedded recogniser, English only";
      case SIMULATED -> "the Deepgram simulator";
    };
  }

  public String notes(Map<String, String> environment) {
    return switch (this) {
      case FROM_ENVIRONMENT ->
          isSet(environment, "OPENAI_API_KEY")
              ? "OpenAI"
              : "the embedded drafter (set OPENAI_API_KEY for OpenAI)";
      case EMBEDDED -> "the embedded drafter";
      case SIMULATED -> "the OpenAI simulator";
    };
  }

  private static boolean isSet(Map<String, String> environment, String key) {
    return !environment.getOrDefault(key, "").isBlank();
  }
}
