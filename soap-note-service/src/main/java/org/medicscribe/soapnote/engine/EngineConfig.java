package org.medicscribe.soapnote.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Which drafter serves; no other service reads it, they ask this one. */
@ConfigMapping(prefix = "note")
interface EngineConfig {

  /** {@code NOTE_ENGINE}. */
  @WithDefault("auto")
  Choice engine();

  /** A drafter by its name. */
  enum Choice {
    /** A chat completions server when there is a key or an address, else the embedded drafter. */
    AUTO,
    OPENAI,
    EMBEDDED
  }
}
