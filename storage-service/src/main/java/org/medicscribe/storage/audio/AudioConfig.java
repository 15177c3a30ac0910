package org.medicscribe.storage.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How audio is taken from Kafka and gathered before it is written. */
@ConfigMapping(prefix = "medic-scribe.audio")
interface AudioConfig {

  /** Replicas with the same group share the partitions. */
  @WithDefault("storage-service-audio")
  String group();

  /** A replica that is silent for this long is dead, and others take its partitions over. */
  @WithDefault("10s")
  Duration sessionTimeout();

  /** How long the broker gathers audio before it answers: nobody waits for stored audio. */
  @WithDefault("500ms")
  Duration fetchWait();

  /** How often positions are committed: what is read again after a crash, at most. */
  @WithDefault("5s")
  Duration commitEvery();

  /**
   * Length of a window on the sample clock. Never to be changed once there are recordings: the
   * window's number is part of its name and of its encryption.
   */
  @WithDefault("10s")
  Duration window();

  /** Audio that waits for its window to fill (a pause, a lost recorder) is written after this. */
  @WithDefault("15s")
  Duration patience();

  /** Recordings written at the same time; each holds a connection of the database meanwhile. */
  @WithDefault("8")
  int writers();
}
