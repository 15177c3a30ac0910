package org.medicscribe.storage.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much the transcript and note consumers do at once. */
@ConfigMapping(prefix = "medic-scribe.intake")
public interface IntakeConfig {

  /** Records worked on at once, per channel; each holds a connection of the database. */
  @WithDefault("4")
  int workers();
}
