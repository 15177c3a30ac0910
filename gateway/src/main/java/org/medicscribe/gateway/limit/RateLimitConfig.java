package org.medicscribe.gateway.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often somebody may ask. */
@ConfigMapping(prefix = "gateway.rate-limit")
public interface RateLimitConfig {

  @WithDefault("true")
  boolean enabled();

  /** Requests of one user in a window; they may all come at once. */
  @WithDefault("100")
  int requests();

  @WithDefault("60s")
  Duration window();

  /** How many users may share an address: a clinic is seen as one. */
  @WithDefault("10")
  int usersPerAddress();

  /** Notes that one user may ask for in {@link #notesWindow}; the first of a visit is not asked. */
  @WithDefault("100")
  int notes();

  @WithDefault("24h")
  Duration notesWindow();

  /** Users, and addresses, remembered at once; who was forgotten starts afresh. */
  @WithDefault("100000")
  int remembered();
}
