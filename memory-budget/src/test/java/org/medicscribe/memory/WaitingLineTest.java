package org.medicscribe.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

  private final Share share = new MemoryBudget(100).share("notes", 0, 1);
  private final WaitingLine line = new WaitingLine(share, 3);
  private final List<String> begun = new ArrayList<>();

  private CompletableFuture<String> run(long bytes, String name) {
    CompletableFuture<String> work = new CompletableFuture<>();
    line.run(
        bytes,
        () -> {
          begun.add(name);
          return work;
        });
    return work;
  }

  @Test
  void shouldLetTheNextOneWaitUntilItFits() {
    // Given
    CompletableFuture<String> first = run(60, "first");
    var _ = run(60, "second");
    assertThat(begun).containsExactly("first");

    // When
    first.complete("done");

    // Then
    assertThat(begun).containsExactly("first", "second");
    assertThat(share.used()).isEqualTo(60);
  }

  @Test
  void shouldNotLetASmallOneOvertakeALargeOne() {
    // Given
    CompletableFuture<String> first = run(60, "first");
    var _ = run(90, "large");
    var _ = run(1, "small");

    // When
    first.complete("done");

    // Then
    assertThat(begun).containsExactly("first", "large", "small");
  }

  @Test
  void shouldLetNoMoreThroughAtOnceHoweverSmallTheyAre() {
    // Given
    List<CompletableFuture<String>> works = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      works.add(run(1, "piece " + i));
    }
    assertThat(begun).hasSize(3);

    // When one fails
    works.getFirst().completeExceptionally(new IllegalStateException("broken"));

    // Then
    assertThat(begun).hasSize(4);
    assertThat(line.length()).isEqualTo(1);
  }

  @Test
  void shouldLetWhatIsLargerThanTheShareGoAlone() {
    // Given
    CompletableFuture<String> first = run(10, "first");
    var _ = run(1_000, "too large");
    assertThat(begun).containsExactly("first");

    // When
    first.complete("done");

    // Then
    assertThat(begun).containsExactly("first", "too large");
  }

  @Test
  void shouldEndAsTheWorkDoesAndGiveBackWhatItTook() {
    // When
    CompletionStage<String> good = line.run(10, () -> CompletableFuture.completedStage("note"));
    CompletionStage<String> bad =
        line.run(
            10,
            () -> {
              throw new IllegalStateException("broken");
            });

    // Then
    assertThat(good).isCompletedWithValue("note");
    assertThat(bad).isCompletedExceptionally();
    assertThat(share.used()).isZero();
  }

  @Test
  void shouldWorkOffALongLineWithoutALongStack() {
    // Given
    CompletableFuture<String> first = run(100, "first");
    for (int i = 0; i < 100_000; i++) {
      line.run(100, () -> CompletableFuture.completedStage("done"));
    }

    // When
    first.complete("done");

    // Then
    assertThat(line.length()).isZero();
    assertThat(share.used()).isZero();
  }
}
