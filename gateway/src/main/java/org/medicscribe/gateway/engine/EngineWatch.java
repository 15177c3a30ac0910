package org.medicscribe.gateway.engine;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks one service for its engine, again and again, and remembers what it said last. Nobody waits
 * for an answer: whoever wants to know is told what is remembered.
 */
final class EngineWatch {

  private static final Logger LOG = Logger.getLogger(EngineWatch.class);

  private final String service;
  private final Supplier<Uni<? extends EngineAnswer>> question;
  private volatile @Nullable EngineAnswer last;
  private volatile boolean isSilent;

  EngineWatch(String service, Supplier<Uni<? extends EngineAnswer>> question) {
    this.service = service;
    this.question = question;
  }

  /** Asks now, and again so long after each answer or failure, until it is cancelled. */
  Cancellable begin(Duration every) {
    return Uni.createFrom()
        .deferred(question)
        .map(this::answered)
        .onFailure()
        .recoverWithItem(this::failed)
        .repeat()
        .withDelay(every)
        .indefinitely()
        .subscribe()
        .with(_ -> {});
  }

  /** What the service said last; empty as long as it has said nothing. */
  Optional<EngineAnswer> last() {
    return Optional.ofNullable(last);
  }

  private boolean answered(EngineAnswer answer) {
    if (isSilent || !answer.equals(last)) {
      LOG.infof("service=%s engine=%s", service, answer.name());
    }
    isSilent = false;
    last = answer;
    return true;
  }

  private boolean failed(Throwable failure) {
    if (!isSilent) {
      LOG.warnf(
          "errorKind=EXTERNAL service=%s does not tell its engine cause=%s",
          service, failure.getClass().getSimpleName());
    }
    isSilent = true;
    return false;
  }
}
