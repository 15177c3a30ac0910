package org.medicscribe.storage.outage;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Two logins of the database: its owner, who makes the tables and nothing else, and the one that
 * the service works with, which may not change what proves itself. The owner makes the second.
 */
@Singleton
class ServiceLogin {

  /** A login and its password, which a server that trusts its clients does not ask for. */
  private record Login(String name, Optional<String> password) {}

  private final String url;
  private final Login owner;
  private final Login service;

  ServiceLogin(
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
      @ConfigProperty(name = "quarkus.flyway.username") Optional<String> owner,
      @ConfigProperty(name = "quarkus.flyway.password") Optional<String> ownerPassword,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> service,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> servicePassword) {
    this.url = url;
    this.owner = new Login(owner.orElse(""), ownerPassword);
    this.service = new Login(service.orElse(""), servicePassword);
    if (this.owner.name().isEmpty() || this.owner.name().equals(this.service.name())) {
      throw new IllegalStateException(
          """
          The database needs two logins: DATABASE_OWNER_USERNAME (and ..._PASSWORD) makes the tables; \
          QUARKUS_DATASOURCE_USERNAME is another, which the service makes and works with, so that it \
          cannot change what is signed.\
          """);
    }
  }

  /** Makes the login, or gives it the password of the settings. Blocking. */
  void make() throws SQLException {
    try (Connection database =
            DriverManager.getConnection(url, owner.name(), owner.password().orElse(null));
        Statement change = database.createStatement()) {
      change.execute(statement(database, isThere(database) ? "alter" : "create"));
    }
  }

  private boolean isThere(Connection database) throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement("select from pg_roles where rolname = ?")) {
      query.setString(1, service.name());
      try (ResultSet found = query.executeQuery()) {
        return found.next();
      }
    }
  }

  /** PostgreSQL takes no parameters there, so it quotes them itself first. */
  private String statement(Connection database, String verb) throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement(
            "select format('%s role %%I login nocreatedb nocreaterole password %%L', ?, ?)"
                .formatted(verb))) {
      query.setString(1, service.name());
      query.setString(2, service.password().orElse(null));
      try (ResultSet made = query.executeQuery()) {
        made.next();
        return made.getString(1);
      }
    }
  }
}
