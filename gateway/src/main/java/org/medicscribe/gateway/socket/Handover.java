package org.medicscribe.gateway.socket;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.medicscribe.gateway.audio.AudioPublisher;
import org.medicscribe.gateway.audio.AudioPublisher.Publication;
import org.medicscribe.gateway.encounter.RecordedEncounter;
import org.medicscribe.gateway.encounter.StorageAnswer;
import org.medicscribe.gateway.encounter.StorageClient;
import org.medicscribe.gateway.encounter.Visitor;
import org.medicscribe.gateway.session.Refusal;
import org.medicscribe.gateway.session.RefusalReason;

/**
 * Puts a recorder behind the one it follows. The announcement of the claim closes the other one's
 * socket, or at least stops its acknowledgements ({@link AckGate}); then a mark goes into the log
 * behind all its audio; and when storage-service has stored everything before the mark, it says
 * where the new recorder begins.
 *
 * <p>To be used on an event loop, where the answer comes too.
 */
@Singleton
class Handover {

  private final Vertx vertx;
  private final StorageClient storage;
  private final AudioPublisher publisher;
  private final SocketConfig.TakeOver config;

  Handover(Vertx vertx, StorageClient storage, AudioPublisher publisher, SocketConfig config) {
    this.vertx = vertx;
    this.storage = storage;
    this.publisher = publisher;
    this.config = config.takeOver();
  }

  /**
   * The encounter as claimed, once it says where the claimant begins.
   *
   * @param watch has listened since before the claim was made
   */
  Future<StorageAnswer> complete(Visitor visitor, RecordedEncounter claimed, ClaimWatch watch) {
    return claimed.begin().isPresent()
        ? Future.succeededFuture(new StorageAnswer.Granted(claimed))
        : watch
            .announced(claimed.holder().claim())
            .timeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
            .compose(
                _ -> follow(visitor, claimed), _ -> refused(RefusalReason.STORAGE_UNAVAILABLE));
  }

  private Future<StorageAnswer> follow(Visitor visitor, RecordedEncounter claimed) {
    return after(config.notice())
        .compose(_ -> mark(visitor, claimed))
        .compose(publication ->
            switch (publication) {
              case SAFE -> ask(visitor, claimed, System.nanoTime());
              case BUSY -> refused(RefusalReason.SERVICE_BUSY);
              case FAILED -> refused(RefusalReason.KAFKA_UNAVAILABLE);
            });
  }

  private Future<Publication> mark(Visitor visitor, RecordedEncounter claimed) {
    Context context = requireNonNull(Vertx.currentContext());
    Promise<Publication> marked = Promise.promise();
    publisher
        .open(
            visitor.encounterId(),
            claimed.settings(),
            claimed.holder().claim(),
            AudioPublisher.Source.LIVE)
        .changed(publication -> context.runOnContext(_ -> marked.complete(publication)));
    return marked.future();
  }

  private Future<StorageAnswer> ask(Visitor visitor, RecordedEncounter claimed, long since) {
    return storage
        .see(visitor)
        .compose(answer -> {
          if (!(answer instanceof StorageAnswer.Granted(RecordedEncounter encounter))) {
            return Future.succeededFuture(answer);
          }
          if (!encounter.hasRecording() || !encounter.holder().equals(claimed.holder())) {
            return refused(RefusalReason.ANOTHER_RECORDER);
          }
          if (encounter.begin().isPresent()) {
            return Future.succeededFuture(answer);
          }
          return System.nanoTime() - since > config.patience().toNanos()
              ? refused(RefusalReason.STORAGE_UNAVAILABLE)
              : after(config.askEvery()).compose(_ -> ask(visitor, claimed, since));
        });
  }

  private Future<Void> after(Duration delay) {
    return vertx.timer(delay.toMillis(), TimeUnit.MILLISECONDS).mapEmpty();
  }

  private static Future<StorageAnswer> refused(RefusalReason reason) {
    return Future.succeededFuture(new StorageAnswer.Refused(Refusal.of(reason)));
  }
}
