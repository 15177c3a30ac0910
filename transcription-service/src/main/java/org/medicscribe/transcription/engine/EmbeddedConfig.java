package org.medicscribe.transcription.engine;

import io.smallrye.config.ConfigMapping;
import java.util.OptionalInt;
import org.medicscribe.transcription.speech.embedded.EmbeddedSettings;

/** How much of this machine the embedded recogniser may use. */
@ConfigMapping(prefix = "embedded-speech")
interface EmbeddedConfig {

  /** Threads that recognise; unset: all cores but one. */
  OptionalInt workers();

  default EmbeddedSettings settings() {
    EmbeddedSettings defaults = EmbeddedSettings.defaults();
    return new EmbeddedSettings(
        defaults.models(),
        workers().orElse(defaults.workers()),
        defaults.interimEvery(),
        defaults.interimEveryUnderLoad(),
        defaults.delayNotice(),
        defaults.mostPending());
  }
}
