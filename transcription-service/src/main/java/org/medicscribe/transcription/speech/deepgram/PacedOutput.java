package org.medicscribe.transcription.speech.deepgram;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import org.medicscribe.events.SampleIndex;

/**
 * What is on its way to the provider: audio and control messages leave in the order given, audio at
 * the pace the provider allows. Lives on the stream's event loop.
 */
final class PacedOutput {

  /** Where the messages go. */
  interface Wire {

    /**
     * @param written called once the network has taken it
     */
    void audio(Buffer pcm, Runnable written);

    void control(String message);
  }

  /** Written and not yet taken by the network; half a second. */
  private static final long MAX_IN_FLIGHT = SampleIndex.PER_SECOND / 2;

  private sealed interface Outgoing {
    record Audio(Buffer pcm) implements Outgoing {
      int samples() {
        return pcm.length() / SampleIndex.BYTES;
      }
    }

    record Control(String message) implements Outgoing {}
  }

  private final Vertx vertx;
  private final Pacer pacer;
  private final Wire wire;
  private final ArrayDeque<Outgoing> outgoing = new ArrayDeque<>();
  private final AudioCutter cutter = new AudioCutter(this::enqueue);
  private long queued;
  private long inFlight;
  private boolean open;
  private boolean pumping;
  private long paceTimer = -1;

  PacedOutput(Vertx vertx, Pacer pacer, Wire wire) {
    this.vertx = vertx;
    this.pacer = pacer;
    this.wire = wire;
  }

  void add(ByteBuffer pcm) {
    cutter.add(pcm);
    pump();
  }

  /** Follows all audio given before it. */
  void add(String control) {
    cutter.flush();
    outgoing.add(new Outgoing.Control(control));
    pump();
  }

  /** Samples that the network has not taken yet. */
  long pendingSamples() {
    return queued + inFlight + cutter.heldBytes() / SampleIndex.BYTES;
  }

  /** The connection is there: what waits may leave. */
  void open() {
    open = true;
    pump();
  }

  /** Nothing more leaves. */
  void close() {
    open = false;
    vertx.cancelTimer(paceTimer);
    outgoing.clear();
    queued = 0;
  }

  private void enqueue(Buffer pcm) {
    outgoing.add(new Outgoing.Audio(pcm));
    queued += pcm.length() / SampleIndex.BYTES;
  }

  private void pump() {
    if (pumping || paceTimer >= 0) {
      return;
    }
    pumping = true;
    boolean more = true;
    while (more && open) {
      more =
          switch (outgoing.peek()) {
            case null -> false;
            case Outgoing.Audio audio -> mayLeave(audio) && write(audio);
            case Outgoing.Control control -> write(control);
          };
    }
    pumping = false;
  }

  private boolean mayLeave(Outgoing.Audio audio) {
    if (inFlight >= MAX_IN_FLIGHT) {
      return false;
    }
    long wait = pacer.take(audio.samples(), System.nanoTime());
    if (wait > 0) {
      paceTimer =
          vertx.setTimer(
              Math.max(1, Duration.ofNanos(wait).toMillis() + 1),
              timer -> {
                paceTimer = -1;
                pump();
              });
    }
    return wait == 0;
  }

  private boolean write(Outgoing.Audio audio) {
    outgoing.remove();
    int samples = audio.samples();
    queued -= samples;
    inFlight += samples;
    wire.audio(
        audio.pcm(),
        () -> {
          inFlight -= samples;
          pump();
        });
    return true;
  }

  private boolean write(Outgoing.Control control) {
    outgoing.remove();
    wire.control(control.message());
    return true;
  }
}
