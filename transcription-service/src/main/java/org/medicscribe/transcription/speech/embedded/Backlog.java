package org.medicscribe.transcription.speech.embedded;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.medicscribe.transcription.speech.SpeechResult.Delayed;
import org.medicscribe.transcription.speech.embedded.SpeechListener.Audible;

/** Closed stretches of one stream that no final covers yet, in order. */
final class Backlog {

  private record Entry(Audible audible, long sinceNanos) {}

  private final DelayNotice delay;
  private final LongSupplier nanoTime;
  private final Deque<Entry> entries = new ArrayDeque<>();
  private final AtomicLong samples = new AtomicLong();

  Backlog(DelayNotice delay, LongSupplier nanoTime) {
    this.delay = delay;
    this.nanoTime = nanoTime;
  }

  void add(Audible audible) {
    entries.addLast(new Entry(audible, nanoTime.getAsLong()));
    samples.addAndGet(audible.audio().length);
  }

  @Nullable Audible first() {
    Entry first = entries.peekFirst();
    return first == null ? null : first.audible();
  }

  void removeFirst() {
    samples.addAndGet(-entries.removeFirst().audible().audio().length);
  }

  /** The first one's silence, which is then no longer in here. */
  Optional<Stretch.Silence> takeSilence() {
    if (first() instanceof Audible(Stretch.Silence silence, var _)) {
      removeFirst();
      return Optional.of(silence);
    }
    return Optional.empty();
  }

  /** What the user should hear about how long the first one has been waiting. */
  Optional<Delayed> notice() {
    return delay.observe(behind());
  }

  private Duration behind() {
    Entry first = entries.peekFirst();
    return first == null
        ? Duration.ZERO
        : Duration.ofNanos(nanoTime.getAsLong() - first.sinceNanos());
  }

  /** Samples of speech in here. To be called from any thread; all else belongs to one. */
  long samples() {
    return samples.get();
  }
}
