package org.medicscribe.gateway.surroundings;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Reads a configuration as the gateway does, from these settings alone. */
public final class Configs {

  private static final int ORDINAL = 100;

  private Configs() {}

  public static <T> T read(Class<T> mapping, Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withSources(new PropertiesConfigSource(settings, "test", ORDINAL))
        .withMapping(mapping)
        .build()
        .getConfigMapping(mapping);
  }
}
