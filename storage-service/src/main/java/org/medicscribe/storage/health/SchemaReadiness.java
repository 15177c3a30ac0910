package org.medicscribe.storage.health;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.medicscribe.storage.outage.Schema;

/** Without its tables the service can keep nothing and answer nothing. */
@Readiness
class SchemaReadiness implements HealthCheck {

  private final Schema schema;

  SchemaReadiness(Schema schema) {
    this.schema = schema;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("database schema").status(schema.isReady()).build();
  }
}
