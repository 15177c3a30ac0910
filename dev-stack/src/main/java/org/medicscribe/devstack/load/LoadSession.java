package org.medicscribe.devstack.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.medicscribe.devstack.load.Link.Heard;
import org.medicscribe.simulators.ruler.RulerSignal;

/** One clinician whose microphone is the ruler, in real time. Lives on the generator's loop. */
final class LoadSession {

  static final int FRAME_MILLIS = 100;
  private static final int FRAME_SAMPLES = RulerSignal.SAMPLES_PER_SECOND * FRAME_MILLIS / 1000;
  private static final int FRAME_BYTES = FRAME_SAMPLES * RulerSignal.BYTES_PER_SAMPLE;
  private static final long FRAME_NANOS = FRAME_MILLIS * 1_000_000L;

  private final Vertx vertx;
  private final Link link;
  private final RulerSignal ruler;
  private final SessionTimes times;
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<SessionTimes> ended = new CompletableFuture<>();
  private @Nullable WebSocket socket;
  private long microphone = -1;

  LoadSession(Vertx vertx, Link link, int session, int frames) {
    this.vertx = vertx;
    this.link = link;
    this.ruler = new RulerSignal(session);
    this.times = new SessionTimes(session, frames, FRAME_SAMPLES);
  }

  /** Completes when audio may begin. */
  CompletableFuture<Void> connect(WebSocketClient client) {
    client
        .connect(link.address())
        .onSuccess(this::opened)
        .onFailure(failure -> fail(String.valueOf(failure.getMessage())));
    return ready;
  }

  /**
   * Speaks to the end of its frames. Completes when the other side has confirmed the end; fails
   * when it refuses or breaks off.
   */
  CompletableFuture<SessionTimes> speak(long delayMillis) {
    long firstDue = System.nanoTime() + delayMillis * 1_000_000L;
    microphone =
        vertx.setPeriodic(Math.max(1, delayMillis), FRAME_MILLIS, timer -> sendFrame(firstDue));
    return ended;
  }

  private void opened(WebSocket opened) {
    socket = opened;
    opened.textMessageHandler(this::heard);
    opened.closeHandler(closed -> fail("closed with " + opened.closeStatusCode()));
    opened.exceptionHandler(failure -> fail(String.valueOf(failure.getMessage())));
    String greeting = link.greeting();
    if (greeting == null) {
      ready.complete(null);
    } else {
      opened.writeTextMessage(greeting);
    }
  }

  private void heard(String message) {
    long now = System.nanoTime();
    try {
      switch (link.read(message)) {
        case Heard.Ready() -> ready.complete(null);
        case Heard.Acknowledged(long through) -> times.acknowledged(through, now);
        case Heard.Told(long lastWord) -> times.told(lastWord, now);
        case Heard.Ended() -> end();
        case Heard.Refused(String reason) -> fail(reason);
        case Heard.Other() -> {}
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      fail("an unreadable message came");
    }
  }

  private void sendFrame(long firstDue) {
    WebSocket open = socket;
    if (open == null || open.isClosed() || ended.isDone() || times.isOver()) {
      vertx.cancelTimer(microphone);
      return;
    }
    long position = times.position();
    Buffer frame = link.frame(position, FRAME_BYTES);
    frame.appendBytes(ruler.pcm(position, FRAME_SAMPLES));
    times.sent(firstDue + position / FRAME_SAMPLES * FRAME_NANOS, System.nanoTime());
    open.writeBinaryMessage(frame);
    if (times.isOver()) {
      open.writeTextMessage(link.farewell(times.position()));
    }
  }

  private void end() {
    ended.complete(times);
    if (socket != null) {
      socket.close();
    }
  }

  private void fail(String reason) {
    ready.completeExceptionally(new IOException(reason));
    ended.completeExceptionally(new IOException(reason));
  }
}
