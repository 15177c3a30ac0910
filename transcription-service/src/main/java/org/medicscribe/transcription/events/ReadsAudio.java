package org.medicscribe.transcription.events;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down when a reading thread is gone: only a restart brings it back. */
@Liveness
class ReadsAudio implements HealthCheck {

  private final AudioConsumer consumer;
  private final BacklogReader backlog;

  ReadsAudio(AudioConsumer consumer, BacklogReader backlog) {
    this.consumer = consumer;
    this.backlog = backlog;
  }

  @Override
  public HealthCheckResponse call() {
    boolean reads = consumer.isRunning() && backlog.isRunning();
    return HealthCheckResponse.builder().name("reads audio").status(reads).build();
  }
}
