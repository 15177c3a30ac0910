package org.medicscribe.storage.note.drafting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often drafts may be asked for: each costs money at a provider. */
@ConfigMapping(prefix = "medic-scribe.drafting")
interface DraftingConfig {

  /** Drafts that persons ask for, of one visit in 24 hours. */
  @WithDefault("20")
  int perVisit();

  /** Drafts that one person asks for, of all visits in 24 hours. */
  @WithDefault("200")
  int perPerson();

  /** A request without an answer after this long is lost, and may be made again. */
  @WithDefault("15m")
  Duration patience();
}
