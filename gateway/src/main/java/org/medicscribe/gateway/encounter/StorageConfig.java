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

  /**
   * Requests at once that are passed through, and as many of the gateway's own; more wait for a
   * free connection.
   */
  @WithDefault("64")
  int connections();

  /** Requests that may wait for a connection. */
  @WithDefault("1000")
  int waiting();

  /** The largest body of a request that is passed through; recordings do not come this way. */
  @WithDefault("1M")
  MemorySize maxBody();

  /** How long such a body may take to come. */
  @WithDefault("30s")
  Duration bodyTimeout();

  Downloads downloads();

  /** Recordings that are listened to through this gateway. */
  interface Downloads {

    @WithDefault("32")
    int inAll();

    /** A page that seeks begins the next before the last has ended. */
    @WithDefault("4")
    int perUser();

    /** What one is charged for: what stands between the two connections. */
    @WithDefault("256K")
    MemorySize memory();

    /** How long a listener may take nothing. */
    @WithDefault("30s")
    Duration stall();
  }
}
