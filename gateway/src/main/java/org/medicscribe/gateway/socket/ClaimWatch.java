package org.medicscribe.gateway.socket;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.TranscriptEvent;
import org.medicscribe.gateway.updates.EncounterListener;

/**
 * Hears the claims on one encounter being announced. To be made, asked and answered on one event
 * loop.
 */
final class ClaimWatch implements EncounterListener {

  private final Context context = requireNonNull(Vertx.currentContext());
  private final Promise<Void> heard = Promise.promise();
  private long latest;
  private long awaited = Long.MAX_VALUE;

  /** Succeeds when this claim or a later one has been announced. */
  Future<Void> announced(long claim) {
    awaited = claim;
    look();
    return heard.future();
  }

  @Override
  public void on(LiveEvent event) {
    if (event instanceof LiveEvent.RecorderClaimed claimed
        && claimed.claim() instanceof Long claim) {
      context.runOnContext(_ -> {
        latest = Math.max(latest, claim);
        look();
      });
    }
  }

  @Override
  public void on(TranscriptEvent event) {}

  @Override
  public void on(NoteEvent event) {}

  private void look() {
    if (latest >= awaited) {
      heard.tryComplete();
    }
  }
}
