package org.medicscribe.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.client.Incoming;
import org.medicscribe.devstack.client.Socket;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.simulators.ruler.RulerSignal;

/**
 * A device that records a ruler of its own, from its beginning, into a visit that others may have
 * recorded before. Used by one thread at a time.
 */
final class RulerDevice implements AutoCloseable {

  private static final int FRAME = RulerSignal.SAMPLES_PER_SECOND / 10;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Socket socket;
  private final RulerSignal ruler;
  private long begin;
  private long spoken;
  private long safe;
  private boolean stopped;
  private @Nullable String refusal;
  private @Nullable Integer closed;

  RulerDevice(Socket socket, int session) {
    this.socket = socket;
    this.ruler = new RulerSignal(session);
  }

  int session() {
    return ruler.session();
  }

  /** Where it begins in the visit. */
  long begin() {
    return begin;
  }

  /** Everything before it is acknowledged. */
  long safe() {
    return safe;
  }

  /** What it has recorded so far. */
  long spoken() {
    return spoken;
  }

  byte[] pcm(long samples) {
    return ruler.pcm(0, Math.toIntExact(samples));
  }

  /** Why it was sent away, if it was. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  Optional<Integer> closed() {
    return Optional.ofNullable(closed);
  }

  /** Returns when audio may come. */
  RulerDevice start(long from, boolean takeOver) throws IOException, InterruptedException {
    socket.send(
        "{\"type\":\"start\",\"from\":%d,\"recorderId\":\"device-%d\",\"takeOver\":%s}"
            .formatted(from, session(), takeOver));
    begin = -1;
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (begin < 0 && closed == null && System.nanoTime() < deadline) {
      listen();
    }
    return this;
  }

  /** Records a tenth of a second, in the time it takes. */
  void speak() throws InterruptedException {
    ByteBuffer frame = ByteBuffer.allocate(Long.BYTES + FRAME * SampleIndex.BYTES);
    frame.putLong(begin + spoken).put(ruler.pcm(spoken, FRAME)).flip();
    try {
      socket.send(frame);
      spoken += FRAME;
    } catch (IOException gone) {
      // What follows says why.
    }
    listen();
  }

  /** Returns when all of it is confirmed. */
  void stop() throws IOException, InterruptedException {
    socket.send("{\"type\":\"stop\",\"totalSamples\":%d}".formatted(begin + spoken));
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!stopped && closed == null && System.nanoTime() < deadline) {
      listen();
    }
  }

  private void listen() throws InterruptedException {
    long until = System.nanoTime() + Duration.ofMillis(100).toNanos();
    for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
      switch (socket.poll(Duration.ofNanos(left)).orElse(new Incoming.Other())) {
        case Incoming.Ready ready -> begin = ready.next();
        case Incoming.Ack ack -> safe = ack.through();
        case Incoming.Stopped _ -> stopped = true;
        case Incoming.Failed failed -> refusal = failed.problem().code();
        case Incoming.Closed end -> closed = end.code();
        case Incoming.Interim _,
            Incoming.Heard _,
            Incoming.Delay _,
            Incoming.NoteEnded _,
            Incoming.Other _ -> {}
      }
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
