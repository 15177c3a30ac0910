package org.medicscribe.transcription.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which recogniser serves; no other service reads it, they ask this one. */
@ConfigMapping(prefix = "transcription")
interface SpeechConfig {

  /** {@code TRANSCRIPTION_ENGINE}. */
  @WithDefault("auto")
  Choice engine();

  /** A recogniser by its name. */
  enum Choice {
    /** Deepgram when there is a key for it, else the embedded recogniser. */
    AUTO,
    DEEPGRAM,
    EMBEDDED
  }
}
