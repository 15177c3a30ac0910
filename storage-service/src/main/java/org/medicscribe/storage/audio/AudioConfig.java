package org.medicscribe.storage.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How audio is gathered before it is written. */
@ConfigMapping(prefix = "medic-scribe.audio")
interface AudioConfig {

  /**
   * Length of a window on the sample clock. Never to be changed once there are recordings: the
   * window's number is part of its name and of its encryption.
   */
  @WithDefault("10s")
  Duration window();

  /** Audio that waits for its window to fill (a pause, a lost recorder) is written after this. */
  @WithDefault("15s")
  Duration patience();

  /** Audio held in memory, all encounters together; beyond it Kafka keeps the rest. */
  @WithDefault("67108864")
  long memoryBytes();
}
