package org.medicscribe.storage.health;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.medicscribe.storage.audio.AudioIntake;

/**
 * Whether audio reaches the disk. Down while the disk or the database stands in its way; nothing is
 * lost then, Kafka keeps it. Not part of readiness: whoever asks for a note can still be served.
 */
@Wellness
@ApplicationScoped
public class AudioStorageHealth implements HealthCheck {

  /** Longer than the longest pause between two tries. */
  private static final Duration RECENT = Duration.ofSeconds(15);

  private final AudioIntake intake;
  private final Clock clock;

  AudioStorageHealth(AudioIntake intake, Clock clock) {
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public HealthCheckResponse call() {
    Optional<Instant> outage = intake.lastOutage();
    boolean waits = outage.filter(at -> at.isAfter(clock.instant().minus(RECENT))).isPresent();
    HealthCheckResponseBuilder response = HealthCheckResponse.named("audio storage").status(!waits);
    outage.ifPresent(at -> response.withData("lastOutage", at.toString()));
    return response.build();
  }
}
