package org.medicscribe.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Segment;
import org.medicscribe.events.Word;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;

class OutboxTest {

  private final SlowReader reader = new SlowReader();
  private final MemoryBudget budget = new MemoryBudget(10_000);
  private final Share memory = budget.share("updates", 0, 1);
  private final Outbox outbox =
      new Outbox(reader, new FrameCodec(4_096), new Bounds(100, 2_000, Duration.ZERO), memory);

  /** Reads only when told to. */
  private static final class SlowReader implements Outlet {
    private final List<String> frames = new ArrayList<>();
    private final Queue<Runnable> unread = new ArrayDeque<>();
    private final Queue<Runnable> timers = new ArrayDeque<>();

    @Override
    public void write(String text, Runnable written) {
      frames.add(text);
      unread.add(written);
    }

    @Override
    public void close(int code, String reason) {
      frames.add("closed " + code);
    }

    @Override
    public void after(Duration delay, Runnable task) {
      timers.add(task);
    }

    void readAll() {
      for (Runnable next = unread.poll(); next != null; next = unread.poll()) {
        next.run();
      }
    }
  }

  private record Bounds(long holdBytes, long limitBytes, Duration ackEvery)
      implements SocketConfig.Outgoing {
    @Override
    public MemorySize hold() {
      return new MemorySize(BigInteger.valueOf(holdBytes));
    }

    @Override
    public MemorySize limit() {
      return new MemorySize(BigInteger.valueOf(limitBytes));
    }
  }

  private static ServerFrame.Ack ack(long through) {
    return new ServerFrame.Ack(SampleIndex.of(through));
  }

  private static ServerFrame.Interim interim(String text) {
    return new ServerFrame.Interim(SampleIndex.ZERO, SampleIndex.of(100), "S1", text);
  }

  private static ServerFrame.Final segment() {
    Word word = new Word("Hello", SampleIndex.ZERO, SampleIndex.of(100), 0.9);
    return new ServerFrame.Final(
        SampleIndex.ZERO, SampleIndex.of(100), List.of(Segment.of("S1", List.of(word))));
  }

  @Test
  void shouldSendAtOnceToAReaderThatKeepsUp() {
    // When
    outbox.send(ack(1));
    outbox.send(ack(2));

    // Then
    assertThat(reader.frames).hasSize(2);
  }

  @Test
  void shouldAcknowledgeAtOnceAndThenOnlyTheNewestOfAWhile() {
    // Given
    Outbox paced =
        new Outbox(
            reader, new FrameCodec(4_096), new Bounds(100, 2_000, Duration.ofMillis(500)), memory);

    // When
    paced.send(ack(1));
    paced.send(ack(2));
    paced.send(ack(3));
    reader.readAll();
    List<String> before = List.copyOf(reader.frames);
    reader.timers.remove().run();

    // Then
    assertThat(before).singleElement().asString().contains("\"through\":1");
    assertThat(reader.frames).hasSize(2).last().asString().contains("\"through\":3");
  }

  @Test
  void shouldNotKeepAnAcknowledgementFromARecorderThatStops() {
    // Given
    Outbox paced =
        new Outbox(
            reader, new FrameCodec(4_096), new Bounds(100, 2_000, Duration.ofMillis(500)), memory);
    paced.send(ack(1));
    paced.send(ack(2));

    // When
    paced.send(new ServerFrame.Stopped(SampleIndex.of(2)));

    // Then
    assertThat(reader.frames.get(1)).contains("\"through\":2");
    assertThat(reader.frames.get(2)).contains("stopped");
  }

  @Test
  void shouldSendOnlyTheNewestOfWhatReplacesItselfToASlowReader() {
    // Given
    outbox.send(segment());

    // When
    outbox.send(interim("a"));
    outbox.send(ack(1));
    outbox.send(interim("a b"));
    outbox.send(ack(2));
    reader.readAll();

    // Then
    assertThat(reader.frames).hasSize(3);
    assertThat(reader.frames.get(1)).contains("\"through\":2");
    assertThat(reader.frames.get(2)).contains("a b");
  }

  @Test
  void shouldDropAnInterimThatAFinalHasOvertaken() {
    // Given
    outbox.send(segment());
    outbox.send(interim("a"));

    // When
    outbox.send(segment());
    reader.readAll();

    // Then
    assertThat(reader.frames).hasSize(2).allMatch(frame -> frame.contains("segment"));
  }

  @Test
  void shouldAcknowledgeBeforeItSaysStopped() {
    // Given
    outbox.send(segment());
    outbox.send(ack(7));

    // When
    outbox.send(new ServerFrame.Stopped(SampleIndex.of(7)));

    // Then
    assertThat(reader.frames.get(1)).contains("\"through\":7");
    assertThat(reader.frames.get(2)).contains("stopped");
  }

  @Test
  void shouldGiveUpOnAReaderThatReadsNothing() {
    // When
    int sent = 0;
    while (outbox.send(segment())) {
      sent++;
    }

    // Then
    assertThat(sent).isBetween(2, 20);
  }

  @Test
  void shouldSendAwayOnlyWhoHoldsTheMemoryUp() {
    // Given
    Share others = budget.share("others", 0, 1);
    others.take(budget.limit());

    // When
    boolean keepsUp = outbox.send(state());
    reader.readAll();
    boolean stillKeepsUp = outbox.send(state());
    boolean holdsUp = true;
    for (int i = 0; i < 3; i++) {
      holdsUp &= outbox.send(state());
    }

    // Then
    assertThat(keepsUp).isTrue();
    assertThat(stillKeepsUp).isTrue();
    assertThat(holdsUp).isFalse();
  }

  @Test
  void shouldGiveBackWhatNobodyWillRead() {
    // Given
    assertThat(outbox.send(state())).isTrue();
    assertThat(memory.used()).isPositive();

    // When
    outbox.closed();
    reader.readAll();

    // Then
    assertThat(memory.used()).isZero();
  }

  private static ServerFrame state() {
    return new ServerFrame.State(EncounterState.RECORDING);
  }
}
