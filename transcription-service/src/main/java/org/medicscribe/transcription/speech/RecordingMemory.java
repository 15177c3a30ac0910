package org.medicscribe.transcription.speech;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a recogniser keeps what it knows of one recording, its voices for instance, from one stream
 * to the next. It is gone with the session.
 */
public final class RecordingMemory {

  private @Nullable Object kept;

  /** What was put here first. */
  public synchronized <T> T recall(Class<T> kind, Supplier<T> first) {
    Object known = kept;
    if (known == null) {
      known = first.get();
      kept = known;
    }
    return kind.cast(known);
  }
}
