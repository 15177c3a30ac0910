package org.medicscribe.soapnote.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.NoteRequestId;

class RecentRequestsTest {

  private final RecentRequests recent = new RecentRequests();
  private final NoteRequestId id = new NoteRequestId(UUID.randomUUID());
  private final AtomicInteger served = new AtomicInteger();

  private Uni<Void> service(CompletableFuture<Void> outcome) {
    served.incrementAndGet();
    return Uni.createFrom().completionStage(outcome);
  }

  @Test
  void shouldLetARepetitionWaitForTheFirst() {
    // Given
    CompletableFuture<Void> outcome = new CompletableFuture<>();
    recent.once(id, () -> service(outcome)).subscribe().with(done -> {});
    UniAssertSubscriber<Void> repetition =
        recent
            .once(id, () -> service(outcome))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create());
    repetition.assertNotTerminated();

    // When
    outcome.complete(null);

    // Then
    repetition.assertCompleted();
    assertThat(served).hasValue(1);
  }

  @Test
  void shouldNotServeAgainWhatWasServed() {
    // Given
    CompletableFuture<Void> outcome = CompletableFuture.completedFuture(null);
    recent.once(id, () -> service(outcome)).await().indefinitely();

    // When
    recent.once(id, () -> service(outcome)).await().indefinitely();

    // Then
    assertThat(served).hasValue(1);
  }

  @Test
  void shouldServeAgainAfterAFailure() {
    // Given
    CompletableFuture<Void> failed = CompletableFuture.failedFuture(new IllegalStateException());
    recent.once(id, () -> service(failed)).onFailure().recoverWithNull().await().indefinitely();

    // When
    recent.once(id, () -> service(CompletableFuture.completedFuture(null))).await().indefinitely();

    // Then
    assertThat(served).hasValue(2);
  }
}
