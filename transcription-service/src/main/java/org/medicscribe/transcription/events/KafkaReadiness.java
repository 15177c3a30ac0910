package org.medicscribe.transcription.events;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Without Kafka there is nothing to hear and nowhere to write. */
@Readiness
class KafkaReadiness implements HealthCheck {

  private final AudioConsumer consumer;

  KafkaReadiness(AudioConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public HealthCheckResponse call() {
    boolean isSubscribed = consumer.isSubscribed();
    boolean isConnected = consumer.isConnected();
    return HealthCheckResponse.named("kafka")
        .status(isSubscribed && isConnected)
        .withData("topics", isSubscribed)
        .withData("connected", isConnected)
        .build();
  }
}
