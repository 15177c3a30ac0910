package org.medicscribe.storage.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Who may read recordings, and for how long. */
@ConfigMapping(prefix = "medic-scribe.listening")
interface ListeningConfig {

  /** Recordings that one user reads at once: a player asks for the next range before it is done. */
  @WithDefault("4")
  int perUser();

  /** Who takes nothing for this long is hung up on; a player asks again for the rest. */
  @WithDefault("30s")
  Duration patience();

  /** Recordings opened at the same time; each holds a connection of the database meanwhile. */
  @WithDefault("4")
  int opening();
}
