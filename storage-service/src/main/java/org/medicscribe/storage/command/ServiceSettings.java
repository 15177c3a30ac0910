package org.medicscribe.storage.command;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;

/** The service's settings, read as the service reads them. */
public final class ServiceSettings {

  private static final int ORDINARY = 100;

  private ServiceSettings() {}

  /** The environment, over what the service's own file says. */
  public static SmallRyeConfig read(Class<?>... mappings) throws IOException {
    Properties ofTheService = new Properties();
    try (InputStream file =
        Objects.requireNonNull(
            ServiceSettings.class.getResourceAsStream("/application.properties"))) {
      ofTheService.load(file);
    }
    SmallRyeConfigBuilder builder =
        new SmallRyeConfigBuilder()
            .addDefaultSources()
            .addDefaultInterceptors()
            .addDiscoveredConverters()
            .withSources(new PropertiesConfigSource(ofTheService, "service", ORDINARY));
    for (Class<?> mapping : mappings) {
      builder.withMapping(mapping);
    }
    return builder.build();
  }

  /** A connection of the login that the service works with. */
  public static Connection database(SmallRyeConfig settings) throws SQLException {
    return DriverManager.getConnection(
        settings.getValue("quarkus.datasource.jdbc.url", String.class),
        settings.getValue("quarkus.datasource.username", String.class),
        settings.getOptionalValue("quarkus.datasource.password", String.class).orElse(null));
  }
}
