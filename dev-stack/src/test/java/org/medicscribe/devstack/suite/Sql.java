package org.medicscribe.devstack.suite;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.medicscribe.devstack.service.ServiceId;
import org.medicscribe.devstack.service.ServiceKind;

/** Looks into the database of a suite by the address that its services get. */
final class Sql {

  private Sql() {}

  static void execute(Suite suite, String statement) throws SQLException {
    try (Connection connection = connect(suite);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  static String text(Suite suite, String query) throws SQLException {
    try (Connection connection = connect(suite);
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(Suite suite) throws SQLException {
    Map<String, String> environment = suite.environment(ServiceId.first(ServiceKind.STORAGE));
    return DriverManager.getConnection(
        environment.get("QUARKUS_DATASOURCE_JDBC_URL"),
        environment.get("DATABASE_OWNER_USERNAME"),
        environment.get("DATABASE_OWNER_PASSWORD"));
  }
}
