package org.medicscribe.storage.health;

import io.smallrye.reactive.messaging.health.HealthReport;
import io.smallrye.reactive.messaging.providers.extension.HealthCenter;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.audio.AudioReader;

/** The messaging layer's own check and that of audio, by the name of what is missing. */
@Readiness
class KafkaReadiness implements HealthCheck {

  private final HealthCenter channels;
  private final AudioReader audio;

  KafkaReadiness(HealthCenter channels, AudioReader audio) {
    this.channels = channels;
    this.audio = audio;
  }

  @Override
  public HealthCheckResponse call() {
    HealthReport report = channels.getReadiness();
    HealthCheckResponseBuilder response =
        HealthCheckResponse.named("kafka")
            .status(report.isOk() && audio.isConnected())
            .withData(Topics.AUDIO, audio.isConnected());
    report
        .getChannels()
        .forEach(channel -> response.withData(channel.getChannel(), channel.isOk()));
    return response.build();
  }
}
