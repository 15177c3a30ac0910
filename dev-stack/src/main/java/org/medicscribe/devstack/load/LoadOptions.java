package org.medicscribe.devstack.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a load generator is told on its command line.
 *
 * @param token signs in to the gateway; without one {@code target} is a provider, or a proxy to it
 * @param simulator where the provider's own times are read
 * @param firstSession the ruler session of the first recording; the others follow, and after them
 *     as many of the rehearsal
 * @param settle audio before the measurement begins
 * @param measured audio that is measured
 */
public record LoadOptions(
    URI target,
    @Nullable String token,
    URI simulator,
    int sessions,
    int firstSession,
    Duration settle,
    Duration measured) {

  public List<String> arguments() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "target=" + target,
                "simulator=" + simulator,
                "sessions=" + sessions,
                "first-session=" + firstSession,
                "settle=" + settle,
                "measured=" + measured));
    if (token != null) {
      arguments.add("token=" + token);
    }
    return arguments;
  }

  static LoadOptions parse(String... arguments) {
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new LoadOptions(
        URI.create(value(values, "target")),
        values.get("token"),
        URI.create(value(values, "simulator")),
        Integer.parseInt(value(values, "sessions")),
        Integer.parseInt(value(values, "first-session")),
        Duration.parse(value(values, "settle")),
        Duration.parse(value(values, "measured")));
  }

  private static String value(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + "= is missing");
    }
    return value;
  }
}
