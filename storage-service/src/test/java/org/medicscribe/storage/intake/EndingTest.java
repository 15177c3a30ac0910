package org.medicscribe.storage.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.Topics;

class EndingTest {

  private final Ending ending = new Ending(new SimpleMeterRegistry());
  private final List<String> ends = new ArrayList<>();
  private final Message<String> record =
      Message.of(
          "a record",
          () -> ended("acknowledged"),
          reason -> ended(String.valueOf(reason.getMessage())));

  @Test
  void shouldSetADefectAside() {
    // When
    end(new IllegalStateException("what was said"));

    // Then
    assertThat(ends).containsExactly("INTERNAL: IllegalStateException");
  }

  @Test
  void shouldLeaveWhatFailsWhileTheServiceStopsToTheNextOne() {
    // Given
    ending.stop(new ShutdownEvent());

    // When
    end(new IllegalStateException("Pool closed"));

    // Then
    assertThat(ends).isEmpty();
  }

  @Test
  void shouldSetAsideWhatCanNeverBeStoredEvenWhileTheServiceStops() {
    // Given
    ending.stop(new ShutdownEvent());

    // When
    end(Unstorable.malformed("key"));

    // Then
    assertThat(ends).containsExactly("CALLER: key");
  }

  private void end(Throwable failure) {
    ending.deadLettered(record, Topics.AUDIO, failure).await().indefinitely();
  }

  private CompletableFuture<Void> ended(String how) {
    ends.add(how);
    return CompletableFuture.completedFuture(null);
  }
}
