package org.medicscribe.storage.health;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.medicscribe.storage.audio.AudioReader;

/** Down when the reading thread is gone: only a restart brings it back. */
@Liveness
class ReadsAudio implements HealthCheck {

  private final AudioReader audio;

  ReadsAudio(AudioReader audio) {
    this.audio = audio;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.builder().name("reads audio").status(audio.isRunning()).build();
  }
}
