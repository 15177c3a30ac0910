package org.medicscribe.soapnote.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;

class DraftLineTest {

  private static final int AN_HOUR = 300_000;

  private final Share drafts = new MemoryBudget(24 << 20).share("drafts", 0, 1);
  private final DraftLine line = new DraftLine(drafts, 8);

  @Test
  void shouldWriteFiveHundredNotesThatAreAskedForAtOnceWithinItsMemoryOldestFirst() {
    // Given drafters that take their time
    Deque<CompletableFuture<Void>> drafting = new ArrayDeque<>();
    List<Integer> begun = new ArrayList<>();
    long most = 0;

    // When
    for (int request = 0; request < 500; request++) {
      int number = request;
      line.serve(
              AN_HOUR,
              () -> {
                begun.add(number);
                CompletableFuture<Void> draft = new CompletableFuture<>();
                drafting.add(draft);
                return Uni.createFrom().completionStage(draft);
              })
          .subscribe()
          .with(done -> {});
      most = Math.max(most, drafts.used());
    }
    while (!drafting.isEmpty()) {
      drafting.poll().complete(null);
      most = Math.max(most, drafts.used());
    }

    // Then
    assertThat(most).isPositive().isLessThanOrEqualTo(drafts.ceiling());
    assertThat(begun).containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    assertThat(drafts.used()).isZero();
    assertThat(line.waiting()).isZero();
  }

  @Test
  void shouldWriteNotesOfShortVisitsSideBySide() {
    // When
    for (int request = 0; request < 10; request++) {
      line.serve(10_000, () -> Uni.createFrom().nothing()).subscribe().with(done -> {});
    }

    // Then
    assertThat(line.waiting()).isEqualTo(2);
  }
}
