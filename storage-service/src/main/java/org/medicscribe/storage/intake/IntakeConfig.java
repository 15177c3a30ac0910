package org.medicscribe.storage.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the transcript and note consumers hold at once. */
@ConfigMapping(prefix = "medic-scribe.intake")
public interface IntakeConfig {

  /** Records taken and not finished, per channel. */
  @WithDefault("64")
  int recordsInFlight();
}
