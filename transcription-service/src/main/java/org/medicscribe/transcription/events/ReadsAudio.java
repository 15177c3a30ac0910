package org.medicscribe.transcription.events;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when the reading thread is gone: only a restart brings it back. */
@Liveness
class ReadsAudio implements HealthCheck {

  private final AudioConsumer consumer;

  ReadsAudio(AudioConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder().name("reads audio").status(consumer.isRunning()).build();
  }
}
