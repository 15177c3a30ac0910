package org.medicscribe.storage.encounter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who records. */
@ConfigMapping(prefix = "medic-scribe.recorder")
interface EncounterConfig {

  /** A recorder not heard of for this long gives way to another without being asked. */
  @WithDefault("30s")
  Duration silence();
}
