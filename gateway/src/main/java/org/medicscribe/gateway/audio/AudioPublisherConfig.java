package org.medicscribe.gateway.audio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How audio is sent to Kafka. */
@ConfigMapping(prefix = "gateway.audio")
public interface AudioPublisherConfig {

  /** How long a frame waits for others to share a request with, which then also share a read. */
  @WithDefault("2ms")
  Duration linger();

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
