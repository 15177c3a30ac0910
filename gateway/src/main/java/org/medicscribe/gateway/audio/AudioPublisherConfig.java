package org.medicscribe.gateway.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How audio is sent to Kafka. */
@ConfigMapping(prefix = "gateway.audio")
public interface AudioPublisherConfig {

  /**
   * How long a frame may wait for others to share a request with, which then also share a read;
   * while few come, none waits.
   */
  @WithDefault("20ms")
  Duration gather();

  /** After this a request to a broker is tried again. */
  @WithDefault("5s")
  Duration requestTimeout();

  /**
   * After this a frame that is not acknowledged ends its socket; the recorder sends it again. The
   * producer keeps it all the same, so that the log has no hole.
   */
  @WithDefault("15s")
  Duration deliveryTimeout();
}
