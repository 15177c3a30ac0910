package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.medicscribe.transcription.speech.SpeechResult;

/** Everything a stream said, to be waited for. */
final class RecordedResults implements Consumer<SpeechResult> {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<SpeechResult> results = new CopyOnWriteArrayList<>();

  @Override
  public synchronized void accept(SpeechResult result) {
    results.add(result);
    notifyAll();
  }

  List<SpeechResult> all() {
    return results;
  }

  <T extends SpeechResult> List<T> all(Class<T> kind) {
    return results.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  SpeechResult awaitLast() {
    await(result -> result instanceof SpeechResult.Ended || result instanceof SpeechResult.Failed);
    return results.getLast();
  }

  synchronized void await(Predicate<SpeechResult> wanted) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (results.stream().noneMatch(wanted)) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new TimeoutException("not within " + PATIENCE + "; so far: " + results.size());
        }
        wait(left);
      }
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  void assertFinalsCover(long samples) {
    long position = 0;
    for (SpeechResult.Final result : all(SpeechResult.Final.class)) {
      assertThat(result.start()).isEqualTo(position);
      assertThat(result.end()).isGreaterThan(result.start());
      assertThat(result.words())
          .allSatisfy(word -> {
            assertThat(word.start()).isBetween(result.start(), result.end());
            assertThat(word.end()).isBetween(word.start(), result.end());
            assertThat(word.confidence()).isBetween(0.0, 1.0);
          });
      position = result.end();
    }
    assertThat(position).isEqualTo(samples);
  }
}
