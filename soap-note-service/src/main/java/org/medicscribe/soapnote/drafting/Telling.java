package org.medicscribe.soapnote.drafting;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Lets one attempt of several tell its progress: the first that has something to tell. What is
 * shown can only be appended to, so a second attempt would say everything twice.
 */
public final class Telling {

  private static final int NOBODY = 0;

  private final Consumer<DraftProgress> listener;
  private final AtomicInteger attempts = new AtomicInteger();
  private final AtomicInteger teller = new AtomicInteger(NOBODY);

  public Telling(Consumer<DraftProgress> listener) {
    this.listener = listener;
  }

  public Consumer<DraftProgress> nextAttempt() {
    int attempt = attempts.incrementAndGet();
    return progress -> {
      if (teller.compareAndSet(NOBODY, attempt) || teller.get() == attempt) {
        listener.accept(progress);
      }
    };
  }
}
