package org.medicscribe.gateway.engine;

import jakarta.inject.Singleton;
import java.util.List;
import org.medicscribe.events.EngineName;

/** The engines that serve here, and what they can do. */
@Singleton
public class Engines {

  private static final List<String> PROVIDER_LANGUAGES = List.of("en", "es", "multi");
  private static final List<String> EMBEDDED_LANGUAGES = List.of("en");

  private final EngineName transcription;
  private final EngineName note;

  Engines(EnginesConfig config) {
    EnginesConfig.Transcription speech = config.transcription();
    this.transcription =
        speech.engine().isProvider(speech.providerKey())
            ? new EngineName("deepgram " + speech.model(), false)
            : new EngineName("embedded moonshine-base", true);
    EnginesConfig.Note drafting = config.note();
    this.note =
        drafting.engine().isProvider(drafting.providerKey())
            ? new EngineName("openai " + drafting.model(), false)
            : new EngineName("embedded drafter", true);
  }

  public EngineName transcription() {
    return transcription;
  }

  public EngineName note() {
    return note;
  }

  /** The languages a visit may be held in. */
  public List<String> languages() {
    return transcription.embedded() ? EMBEDDED_LANGUAGES : PROVIDER_LANGUAGES;
  }
}
