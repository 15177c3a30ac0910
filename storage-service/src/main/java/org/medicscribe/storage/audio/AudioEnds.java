package org.medicscribe.storage.audio;

import io.smallrye.mutiny.Uni;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.EncounterId;

/** How records end that are not stored. */
interface AudioEnds {

  /** A newer producer's type: counted and passed over. */
  void skip(TakenRecord record);

  /**
   * Puts what could not be stored into the dead-letter topic, as it is known here: without the
   * settings of its recording. While the process stops it leaves it to whoever reads next.
   */
  Uni<Void> setAside(TakenRecord record, EncounterId id, AudioEvent event, Throwable failure);

  /** The same for what was not understood, as it came. */
  Uni<Void> setAside(
      TakenRecord record,
      byte @Nullable [] key,
      Headers headers,
      byte @Nullable [] value,
      Throwable failure);
}
