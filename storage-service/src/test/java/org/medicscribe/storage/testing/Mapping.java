package org.medicscribe.storage.testing;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Reads a configuration mapping from these keys alone. */
public final class Mapping {

  private static final int PRIORITY = 1000;

  private Mapping() {}

  public static <T> T of(Class<T> mapping, Map<String, String> keys) {
    return new SmallRyeConfigBuilder()
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(keys, "test", 1))
        .withConverter(Duration.class, PRIORITY, new DurationConverter())
        .build()
        .getConfigMapping(mapping);
  }
}
