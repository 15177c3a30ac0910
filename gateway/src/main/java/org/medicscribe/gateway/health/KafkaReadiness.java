package org.medicscribe.gateway.health;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.medicscribe.gateway.audio.KafkaAudioPublisher;
import org.medicscribe.gateway.updates.EncounterUpdates;

/** A gateway that knows no topic would refuse every recorder: it is not ready. */
@Readiness
class KafkaReadiness implements HealthCheck {

  private final KafkaAudioPublisher publisher;
  private final EncounterUpdates updates;

  KafkaReadiness(KafkaAudioPublisher publisher, EncounterUpdates updates) {
    this.publisher = publisher;
    this.updates = updates;
  }

  @Override
  public HealthCheckResponse call() {
    boolean canPublish = publisher.isTopicKnown();
    return HealthCheckResponse.named("kafka")
        .status(canPublish && updates.isAttached())
        .withData("publish", canPublish)
        .withData("updates", updates.isAttached())
        .build();
  }
}
