package org.medicscribe.soapnote.events;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** The messaging layer's own check, by the name of what is missing. */
@Readiness
class KafkaReadiness implements HealthCheck {

  private final HealthCenter channels;

  KafkaReadiness(HealthCenter channels) {
    this.channels = channels;
  }

  @Override
  public HealthCheckResponse call() {
    HealthReport report = channels.getReadiness();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("kafka").status(report.isOk());
    report
        .getChannels()
        .forEach(channel -> response.withData(channel.getChannel(), channel.isOk()));
    return response.build();
  }
}
