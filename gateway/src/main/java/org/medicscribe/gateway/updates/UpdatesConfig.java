package org.medicscribe.gateway.updates;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the result topics are read. */
@ConfigMapping(prefix = "gateway.updates")
public interface UpdatesConfig {

  /**
   * How long one look for records waits, unless one comes; and how often it is asked up to where
   * there are any.
   */
  @WithDefault("250ms")
  Duration poll();

  /** How long Kafka may think about which partitions there are. */
  @WithDefault("5s")
  Duration metadataTimeout();

  /** How often somebody may have added partitions. */
  @WithDefault("60s")
  Duration lookForPartitions();

  /** The pause before Kafka is tried again. */
  @WithDefault("1s")
  Duration retryPause();
}
