package org.medicscribe.gateway.encounter;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How storage-service is reached. */
@ConfigMapping(prefix = "gateway.storage")
public interface StorageConfig {

  URI url();

  @WithDefault("2s")
  Duration connectTimeout();

  /** How long it may think about an answer. */
  @WithDefault("10s")
  Duration answerTimeout();

  /** How long a body that is passed through may stand still, in either direction. */
  @WithDefault("30s")
  Duration idleTimeout();

  /** Requests at once; more wait for a free connection. */
  @WithDefault("64")
  int connections();

  /** The largest body of a request that is passed through; recordings do not come this way. */
  @WithDefault("1M")
  MemorySize maxBody();
}
