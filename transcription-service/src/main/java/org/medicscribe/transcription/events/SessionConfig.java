package org.medicscribe.transcription.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.medicscribe.transcription.session.SessionPolicy;

/** Bounds of a session's memory, and the numbers of {@link SessionPolicy}, told there. */
@ConfigMapping(prefix = "session")
public interface SessionConfig {

  /**
   * Audio of one recording held in memory, two minutes, as long as there is room for all; what is
   * beyond it waits in Kafka.
   */
  @WithDefault("4000000")
  long maxBytesPerSession();

  @WithDefault("1s")
  Duration leadIn();

  @WithDefault("5s")
  Duration maxPending();

  @WithDefault("1500ms")
  Duration flushAfter();

  @WithDefault("60s")
  Duration releaseAfter();

  @WithDefault("250ms")
  Duration interimEvery();

  @WithDefault("15s")
  Duration behindNotice();

  @WithDefault("60s")
  Duration refusedPause();

  default SessionPolicy policy() {
    return new SessionPolicy(
        leadIn(),
        maxPending(),
        flushAfter(),
        releaseAfter(),
        interimEvery(),
        behindNotice(),
        refusedPause());
  }
}
