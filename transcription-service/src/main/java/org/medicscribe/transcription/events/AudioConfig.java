package org.medicscribe.transcription.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How audio is taken from Kafka. */
@ConfigMapping(prefix = "audio")
public interface AudioConfig {

  /** Replicas with the same group share the partitions. */
  @WithDefault("transcription-service")
  String group();

  /** How often positions are committed: what is transcribed again after a crash, at most. */
  @WithDefault("1s")
  Duration commitEvery();

  /** A replica that is silent for this long is dead, and others take its recordings over. */
  @WithDefault("10s")
  Duration sessionTimeout();
}
