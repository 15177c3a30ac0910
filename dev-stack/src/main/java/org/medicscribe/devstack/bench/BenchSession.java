package org.medicscribe.devstack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.medicscribe.devstack.client.Api;
import org.medicscribe.devstack.client.Incoming;
import org.medicscribe.devstack.client.Socket;
import org.medicscribe.devstack.client.Tokens;
import org.medicscribe.devstack.client.VisitFailure;
import org.medicscribe.events.Segment;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.simulators.ruler.RulerWord;

/** One clinician whose microphone is the ruler, in real time on a thread of its own. */
final class BenchSession implements Callable<SessionTimes> {

  private static final int FRAME_SAMPLES = 1_600;
  private static final long FRAME_NANOS = 100_000_000L;
  private static final Duration LAST_WORDS = Duration.ofSeconds(60);

  private final HttpClient http;
  private final URI gateway;
  private final Tokens tokens;
  private final RulerSignal ruler;
  private final SessionTimes times;
  private final int frames;

  BenchSession(HttpClient http, URI gateway, Tokens tokens, int session, Duration length) {
    this.http = http;
    this.gateway = gateway;
    this.tokens = tokens;
    this.ruler = new RulerSignal(session);
    this.frames = Math.toIntExact(length.toNanos() / FRAME_NANOS);
    this.times = new SessionTimes(session, frames, FRAME_SAMPLES);
  }

  @Override
  public SessionTimes call() throws VisitFailure, IOException, InterruptedException {
    Api api = new Api(http, gateway, tokens);
    String encounter = api.create("Ruler " + ruler.session(), "en", List.of());
    api.consent(encounter, "on-file");
    try (Socket socket = Socket.connect(http, gateway, encounter, tokens.current())) {
      socket.send(
          "{\"type\":\"start\",\"from\":0,\"recorderId\":\"%s\",\"takeOver\":false}"
              .formatted(UUID.randomUUID()));
      awaitReady(socket);
      speak(socket);
      socket.send(
          "{\"type\":\"stop\",\"totalSamples\":%d}".formatted((long) frames * FRAME_SAMPLES));
      listenToTheEnd(socket);
    }
    return times;
  }

  private void awaitReady(Socket socket) throws VisitFailure, InterruptedException {
    Optional<Incoming> message = Optional.empty();
    while (message.isEmpty() || !(message.get() instanceof Incoming.Ready)) {
      message = socket.poll(LAST_WORDS);
      note(message.orElseThrow(() -> new VisitFailure("the gateway was never ready to record")));
    }
  }

  /** Listens between two frames, and is late for none. */
  private void speak(Socket socket) throws VisitFailure, IOException, InterruptedException {
    ByteBuffer frame =
        ByteBuffer.allocate(Long.BYTES + FRAME_SAMPLES * RulerSignal.BYTES_PER_SAMPLE)
            .order(ByteOrder.BIG_ENDIAN);
    long begin = System.nanoTime();
    for (int number = 0; number < frames; number++) {
      long due = begin + (number + 1) * FRAME_NANOS;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        Optional<Incoming> message = socket.poll(Duration.ofNanos(left));
        if (message.isPresent()) {
          note(message.get());
        }
      }
      long position = (long) number * FRAME_SAMPLES;
      frame.clear().putLong(position);
      ruler.write(position, FRAME_SAMPLES, frame);
      times.sent(System.nanoTime());
      socket.send(frame.flip());
    }
  }

  private void listenToTheEnd(Socket socket) throws VisitFailure, InterruptedException {
    long deadline = System.nanoTime() + LAST_WORDS.toNanos();
    boolean stopped = false;
    while (System.nanoTime() < deadline && !(stopped && times.isComplete())) {
      Optional<Incoming> message = socket.poll(Duration.ofSeconds(1));
      if (message.isPresent()) {
        note(message.get());
        stopped |= message.get() instanceof Incoming.Stopped;
      }
    }
    if (!stopped) {
      throw new VisitFailure("the gateway never confirmed the end of the recording");
    }
  }

  private void note(Incoming message) throws VisitFailure {
    long now = System.nanoTime();
    switch (message) {
      case Incoming.Ack ack -> times.acknowledged(ack.through(), now);
      case Incoming.Heard heard -> heard.segments().forEach(segment -> told(segment, now));
      case Incoming.Failed failed -> throw new VisitFailure(failed.problem().sentence());
      case Incoming.Closed closed -> throw new VisitFailure("socket closed: " + closed.code());
      case Incoming.Ready _,
          Incoming.Interim _,
          Incoming.Delay _,
          Incoming.Stopped _,
          Incoming.NoteEnded _,
          Incoming.Other _ -> {}
    }
  }

  private void told(Segment segment, long now) {
    if (!segment.words().isEmpty()) {
      RulerWord.parse(segment.words().getLast().text())
          .ifPresent(word -> times.told(word.index(), now));
    }
  }
}
