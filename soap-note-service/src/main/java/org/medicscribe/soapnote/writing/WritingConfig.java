package org.medicscribe.soapnote.writing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a note is worth writing, and how long to go on trying. */
@ConfigMapping(prefix = "note.writing")
public interface WritingConfig {

  /** Fewer words than this are no visit; a greeting and a goodbye are about fifteen. */
  @WithDefault("20")
  int minimumWords();

  /** How long a busy or failing drafter is asked again before the user is told. */
  @WithDefault("5m")
  Duration retryFor();

  /** The pause before the second attempt; it doubles each time. */
  @WithDefault("5s")
  Duration firstPause();
}
