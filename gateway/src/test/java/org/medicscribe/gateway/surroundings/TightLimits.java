package org.medicscribe.gateway.surroundings;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Every limit is soon reached: of time, of size, of sockets and of requests. */
public final class TightLimits implements QuarkusTestProfile {

  /** Requests an hour of one user, so that none grows back during a test. */
  public static final int REQUESTS = 20;

  /** Times as many of one address. */
  public static final int USERS = 2;

  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.ofEntries(
        Map.entry("gateway.socket.window", "1s"),
        Map.entry("gateway.socket.max-length", "2s"),
        Map.entry("gateway.socket.idle", "2s"),
        Map.entry("gateway.socket.paused", "1s"),
        Map.entry("gateway.socket.max-sockets", "2"),
        Map.entry("gateway.socket.outgoing.limit", "256K"),
        Map.entry("gateway.audio.request-timeout", "500ms"),
        Map.entry("gateway.audio.delivery-timeout", "1s"),
        Map.entry("gateway.rate-limit.enabled", "true"),
        Map.entry("gateway.rate-limit.window", "3600"),
        Map.entry("gateway.rate-limit.requests", Integer.toString(REQUESTS)),
        Map.entry("gateway.rate-limit.notes", "2"),
        Map.entry("gateway.rate-limit.users-per-address", Integer.toString(USERS)));
  }
}
