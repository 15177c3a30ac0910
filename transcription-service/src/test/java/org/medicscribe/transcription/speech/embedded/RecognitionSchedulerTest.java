package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Lane;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Urgency;
import org.medicscribe.transcription.speech.embedded.RecognitionScheduler.Work;

@Timeout(20)
class RecognitionSchedulerTest {

  private final RecognitionScheduler scheduler = new RecognitionScheduler(1);
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final CountDownLatch gate = new CountDownLatch(1);

  @AfterEach
  void close() {
    gate.countDown();
    scheduler.close();
  }

  @Test
  void shouldListenBeforeFinalsAndDoFinalsBeforeInterims() throws InterruptedException {
    // Given
    holdTheOnlyThread();
    Lane one = lane("one");
    Lane other = lane("other");
    one.request(Urgency.INTERIM);
    one.request(Urgency.FINAL);
    other.request(Urgency.FINAL);
    other.request(Urgency.LISTEN);

    // When
    gate.countDown();

    // Then
    assertThat(done(4)).containsExactly("other LISTEN", "one FINAL", "other FINAL", "one INTERIM");
  }

  @Test
  void shouldKeepOneInterimHoweverOftenItIsAskedFor() throws InterruptedException {
    // Given
    holdTheOnlyThread();
    Lane lane = lane("one");
    lane.request(Urgency.INTERIM);
    lane.request(Urgency.INTERIM);
    lane.request(Urgency.INTERIM);
    Lane last = lane("last");
    last.request(Urgency.INTERIM);

    // When
    gate.countDown();

    // Then
    assertThat(done(2)).containsExactly("one INTERIM", "last INTERIM");
    assertThat(done.poll(50, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void shouldTellAnInterimThatAFinalWaits() throws InterruptedException {
    // Given
    holdTheOnlyThread();
    Lane lane = lane("one");
    assertThat(lane.isFinalWaiting()).isFalse();

    // When
    lane.request(Urgency.FINAL);

    // Then
    assertThat(lane.isFinalWaiting()).isTrue();
    assertThat(lane.isContended()).isTrue();
  }

  @Test
  void shouldForgetWhatWasWithdrawn() throws InterruptedException {
    // Given
    holdTheOnlyThread();
    Lane dropped = lane("dropped");
    dropped.request(Urgency.FINAL);
    Lane kept = lane("kept");
    kept.request(Urgency.FINAL);

    // When
    dropped.withdraw();
    gate.countDown();

    // Then
    assertThat(done(1)).containsExactly("kept FINAL");
  }

  @Test
  void shouldGoOnAfterWorkBrokeDown() throws InterruptedException {
    // Given
    Lane broken =
        scheduler.open(
            new Work() {
              @Override
              public void perform(Urgency urgency, Lane lane) {
                throw new IllegalStateException("broken on purpose");
              }

              @Override
              public void broke(Throwable failure) {
                done.add("broke");
              }
            });

    // When
    broken.request(Urgency.LISTEN);
    assertThat(done(1)).containsExactly("broke");
    lane("next").request(Urgency.LISTEN);

    // Then
    assertThat(done(1)).containsExactly("next LISTEN");
  }

  @Test
  void shouldNeverRunOneStreamTwiceAtOnce() throws InterruptedException {
    // Given
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var finished = new CountDownLatch(200);
    try (var threads = new RecognitionScheduler(4)) {
      Lane lane =
          threads.open(
              work((urgency, self) -> {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                running.decrementAndGet();
                finished.countDown();
                self.request(urgency);
              }));

      // When
      for (Urgency urgency : Urgency.values()) {
        lane.request(urgency);
      }

      // Then
      assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
      assertThat(most).hasValue(1);
      lane.withdraw();
    }
  }

  private Lane lane(String name) {
    return scheduler.open(work((urgency, self) -> done.add(name + " " + urgency)));
  }

  private void holdTheOnlyThread() throws InterruptedException {
    var held = new CountDownLatch(1);
    scheduler
        .open(
            work((urgency, self) -> {
              held.countDown();
              awaitGate();
            }))
        .request(Urgency.LISTEN);
    held.await();
  }

  private void awaitGate() {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<String> done(int count) throws InterruptedException {
    var taken = new ArrayList<String>();
    while (taken.size() < count) {
      taken.add(done.poll(Duration.ofSeconds(10).toMillis(), TimeUnit.MILLISECONDS));
    }
    return Collections.unmodifiableList(taken);
  }

  @FunctionalInterface
  private interface Performance {
    void perform(Urgency urgency, Lane lane);
  }

  private static Work work(Performance performance) {
    return new Work() {
      @Override
      public void perform(Urgency urgency, Lane lane) {
        performance.perform(urgency, lane);
      }

      @Override
      public void broke(Throwable failure) {
        throw new AssertionError(failure);
      }
    };
  }
}
