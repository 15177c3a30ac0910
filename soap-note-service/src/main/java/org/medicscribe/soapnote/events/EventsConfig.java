package org.medicscribe.soapnote.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much this instance takes on at once. */
@ConfigMapping(prefix = "note.events")
public interface EventsConfig {

  /** Notes written at the same time; one that waits for its provider holds up no other. */
  @WithDefault("8")
  int concurrency();

  /** The part of the heap, above 0 and below 1, that requests and drafts may take. */
  @WithDefault("0.5")
  double heapPart();
}
