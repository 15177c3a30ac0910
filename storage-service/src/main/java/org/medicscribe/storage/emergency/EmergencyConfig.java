package org.medicscribe.storage.emergency;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long an emergency lasts. */
@ConfigMapping(prefix = "medic-scribe.emergency")
interface EmergencyConfig {

  /** So long a visit stays open to who has opened it; longer needs another reason. */
  @WithDefault("1h")
  Duration openFor();
}
