package org.medicscribe.soapnote.testing;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Reads a configuration mapping from these keys alone. */
public final class Mapping {

  private Mapping() {}

  public static <T> T of(Class<T> mapping, Map<String, String> keys) {
    return all(keys, mapping).getConfigMapping(mapping);
  }

  /** The same for several that read the same keys. */
  public static SmallRyeConfig all(Map<String, String> keys, Class<?>... mappings) {
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .withSources(new PropertiesConfigSource(keys, "test", 1))
            .withConverter(Duration.class, 1000, new DurationConverter());
    for (Class<?> mapping : mappings) {
      builder.withMapping(mapping);
    }
    return builder.build();
  }
}
