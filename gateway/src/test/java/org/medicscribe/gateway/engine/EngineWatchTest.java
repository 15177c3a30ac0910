package org.medicscribe.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.surroundings.LogLines;

class EngineWatchTest {

  private static final Duration SOON = Duration.ofMillis(5);
  private static final EngineAnswer HERE = new EngineAnswer("here", true, List.of("en"));
  private static final EngineAnswer THERE = new EngineAnswer("there", false, List.of("en", "es"));
  private static final Uni<EngineAnswer> AWAY =
      Uni.createFrom().failure(new IllegalStateException("away"));

  private final AtomicReference<Uni<EngineAnswer>> service = new AtomicReference<>(AWAY);
  private final AtomicInteger asked = new AtomicInteger();
  private final EngineWatch watch =
      new EngineWatch(
          "a-service",
          () -> {
            asked.incrementAndGet();
            return service.get();
          });
  private Cancellable asking = () -> {};

  @AfterEach
  void stop() {
    asking.cancel();
  }

  private void awaitQuestions(int more) {
    int before = asked.get();
    await().until(() -> asked.get() >= before + more);
  }

  @Test
  void shouldKnowNothingUntilTheServiceHasAnswered() {
    // When
    asking = watch.begin(SOON);
    awaitQuestions(3);

    // Then
    assertThat(watch.last()).isEmpty();
    service.set(Uni.createFrom().item(HERE));
    await().until(() -> watch.last().isPresent());
    assertThat(watch.last()).contains(HERE);
  }

  @Test
  void shouldWaitForNobodyWhileTheAnswerIsOnItsWay() {
    // Given
    service.set(Uni.createFrom().nothing());

    // When
    asking = watch.begin(SOON);

    // Then
    assertThat(watch.last()).isEmpty();
  }

  @Test
  void shouldRememberTheLastAnswerWhileTheServiceIsAway() {
    // Given
    service.set(Uni.createFrom().item(HERE));
    asking = watch.begin(SOON);
    await().until(() -> watch.last().isPresent());

    // When
    service.set(AWAY);
    awaitQuestions(3);

    // Then
    assertThat(watch.last()).contains(HERE);
  }

  @Test
  void shouldTakeOverAnotherAnswer() {
    // Given
    service.set(Uni.createFrom().item(HERE));
    asking = watch.begin(SOON);
    await().until(() -> watch.last().isPresent());

    // When
    service.set(Uni.createFrom().item(THERE));

    // Then
    await().until(() -> watch.last().orElseThrow().equals(THERE));
  }

  @Test
  void shouldSayOnceThatTheServiceIsSilent() {
    try (LogLines log = LogLines.capture()) {
      // When
      asking = watch.begin(SOON);
      awaitQuestions(5);

      // Then
      assertThat(log.lines()).filteredOn(line -> line.contains("a-service")).hasSize(1);
    }
  }
}
