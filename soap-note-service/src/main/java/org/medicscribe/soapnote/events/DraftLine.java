package org.medicscribe.soapnote.events;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;
import org.medicscribe.memory.Share;
import org.medicscribe.memory.WaitingLine;

/**
 * Where requests wait until there is memory for their drafts: oldest first, and as many at once as
 * fit. Safe for any thread.
 */
final class DraftLine {

  /** A record, its lines as objects, their words and stems, the draft, and its record. */
  private static final int COPIES = 16;

  /** What a draft takes whatever was said: the answer of a provider as it comes, above all. */
  private static final int OVERHEAD = 256 << 10;

  private final WaitingLine line;

  DraftLine(Share drafts, int atOnce) {
    this.line = new WaitingLine(drafts, atOnce);
  }

  /**
   * Serves a record when its turn has come.
   *
   * @param bytes of the record
   */
  Uni<Void> serve(int bytes, Supplier<Uni<Void>> service) {
    return Uni.createFrom()
        .completionStage(() ->
            line.run(
                OVERHEAD + (long) COPIES * bytes,
                () -> service.get().subscribeAsCompletionStage()));
  }

  int waiting() {
    return line.length();
  }
}
