package org.medicscribe.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.SampleIndex;

class AckWindowTest {

  private static final int LIMIT = 1_000;
  private static final int MAX_FRAMES = 1_000;

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @Test
  void shouldHoldBackWhatIsNotContiguous() {
    // Given
    AckWindow window = new AckWindow(LIMIT, MAX_FRAMES, SampleIndex.of(100), SampleIndex.ZERO);
    Ticket first = window.take(SampleIndex.of(110), 10);
    Ticket second = window.take(SampleIndex.of(120), 10);

    // When
    boolean movedBySecond = window.acknowledge(second);

    // Then
    assertThat(movedBySecond).isFalse();
    assertThat(window.through()).isEqualTo(SampleIndex.of(100));
    assertThat(window.acknowledge(first)).isTrue();
    assertThat(window.through()).isEqualTo(SampleIndex.of(120));
    assertThat(window.isSettled()).isTrue();
  }

  @Test
  void shouldNotMoveBackForAudioThatIsSentAgain() {
    // Given
    AckWindow window = new AckWindow(LIMIT, MAX_FRAMES, SampleIndex.ZERO, SampleIndex.ZERO);
    window.acknowledge(window.take(SampleIndex.of(50), 50));
    Ticket again = window.take(SampleIndex.of(20), 20);

    // When
    boolean moved = window.acknowledge(again);

    // Then
    assertThat(moved).isFalse();
    assertThat(window.next()).isEqualTo(SampleIndex.of(50));
    assertThat(window.through()).isEqualTo(SampleIndex.of(50));
  }

  /** Whatever is sent and in whatever order it is acknowledged. */
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldNeverAcknowledgeWhatIsNotSafeNorHoldMoreThanTheLimit(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    AckWindow window = new AckWindow(LIMIT, MAX_FRAMES, SampleIndex.ZERO, SampleIndex.ZERO);
    List<Ticket> inFlight = new ArrayList<>();
    Set<Ticket> fresh = new HashSet<>();
    long samplesInFlight = 0;
    SampleIndex through = SampleIndex.ZERO;
    for (int step = 0; step < 400; step++) {
      int samples = 1 + random.nextInt(120);
      if (random.nextBoolean() && window.hasRoomFor(samples)) {
        long overlap = random.nextInt(4) == 0 ? random.nextLong(window.next().value() + 1) : 0;
        SampleIndex first = SampleIndex.of(window.next().value() - overlap);
        Ticket ticket = window.take(first.plus(samples), samples);
        if (overlap == 0) {
          fresh.add(ticket);
        }
        inFlight.add(ticket);
        samplesInFlight += samples;
      } else if (!inFlight.isEmpty()) {
        Ticket ticket = inFlight.remove(random.nextInt(inFlight.size()));
        samplesInFlight -= ticket.samples();
        window.acknowledge(ticket);
      }

      assertThat(samplesInFlight).as("seed %d", seed).isLessThanOrEqualTo(LIMIT);
      assertThat(window.through()).as("seed %d", seed).isGreaterThanOrEqualTo(through);
      through = window.through();
      assertThat(through).isLessThanOrEqualTo(window.next());
      assertThat(inFlight.stream().filter(fresh::contains).map(Ticket::end))
          .as("seed %d", seed)
          .allMatch(end -> end.isAfter(window.through()));
    }
    inFlight.forEach(window::acknowledge);
    assertThat(window.through()).as("seed %d", seed).isEqualTo(window.next());
    assertThat(window.isSettled()).isTrue();
  }
}
