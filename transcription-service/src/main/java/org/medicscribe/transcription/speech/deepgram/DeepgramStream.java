package org.medicscribe.transcription.speech.deepgram;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.SpokenWord;

/**
 * One connection to the provider from dialling to its end.
 *
 * <p>Everything happens on the event loop that opened it: the calls of the port, the socket's
 * messages and the timers. Audio and control messages leave in the order given, audio at the pace
 * the provider allows.
 */
final class DeepgramStream implements SpeechStream, DeepgramSocket.Listener {

  private static final Logger LOG = Logger.getLogger(DeepgramStream.class);

  private static final String KEEP_ALIVE = "{\"type\":\"KeepAlive\"}";
  private static final String FINALIZE = "{\"type\":\"Finalize\"}";
  private static final String CLOSE_STREAM = "{\"type\":\"CloseStream\"}";

  /** Written and not yet taken by the network; half a second. */
  private static final long MAX_IN_FLIGHT = SampleIndex.PER_SECOND / 2;

  /** Two finals this close are neighbours: the provider rounds. */
  private static final long ROUNDING = SampleIndex.PER_SECOND / 20;

  /** Audio that must be answered before silence counts as one. */
  private static final long WORTH_AN_ANSWER = 3L * SampleIndex.PER_SECOND;

  private static final long TICK_MILLIS = 1_000;

  private sealed interface Outgoing {
    record Audio(Buffer pcm) implements Outgoing {
      int samples() {
        return pcm.length() / SampleIndex.BYTES;
      }
    }

    record Control(String message) implements Outgoing {}
  }

  private enum Phase {
    CONNECTING,
    OPEN,
    /** {@code CloseStream} is out; the last results are due. */
    CLOSING,
    /** All audio is answered; only the close is missing. */
    ANSWERED,
    OVER
  }

  private final DeepgramConfig config;
  private final Vertx vertx;
  private final DeepgramSocket socket;
  private final DeepgramMeters meters;
  private final Consumer<SpeechResult> results;
  private final ArrayDeque<Outgoing> outgoing = new ArrayDeque<>();
  private final AudioCutter cutter = new AudioCutter(this::enqueue);
  private final Pacer pacer;

  private Phase phase = Phase.CONNECTING;
  private Runnable releaseSlot = () -> {};
  private List<String> keyTerms = List.of();
  private long dialledAt;
  private long writtenAt;
  private long closingAt;
  private long unansweredSince;
  private long unanswered;
  private long queued;
  private long inFlight;
  private long written;
  private long answered;
  private boolean pumping;
  private boolean named;
  private long tick = -1;
  private long paceTimer = -1;

  DeepgramStream(
      DeepgramConfig config,
      Vertx vertx,
      DeepgramSocket socket,
      DeepgramMeters meters,
      Consumer<SpeechResult> results) {
    this.config = config;
    this.vertx = vertx;
    this.socket = socket;
    this.meters = meters;
    this.results = results;
    this.pacer = new Pacer(config.pace(), config.burst(), System.nanoTime());
  }

  void connect(SpeechRequest request, Runnable releaseSlot) {
    this.releaseSlot = releaseSlot;
    this.keyTerms = request.keyTerms();
    dialledAt = System.nanoTime();
    tick = vertx.setPeriodic(TICK_MILLIS, timer -> tick());
    String key = config.apiKey().orElseThrow();
    socket.connect(config.url(), ListenQuery.of(config, request), key, this);
  }

  /** Not even dialled. */
  void refuse(SpeechResult.Failed failure) {
    vertx.runOnContext(ignored -> end(failure));
  }

  @Override
  public void send(ByteBuffer pcm) {
    if (phase != Phase.OVER) {
      cutter.add(pcm);
      pump();
    }
  }

  @Override
  public void flush() {
    control(FINALIZE);
  }

  @Override
  public void finish() {
    control(CLOSE_STREAM);
  }

  @Override
  public void abort() {
    over();
  }

  @Override
  public long pendingSamples() {
    return queued + inFlight + cutter.heldBytes() / SampleIndex.BYTES;
  }

  @Override
  public void opened() {
    if (phase == Phase.CONNECTING) {
      phase = Phase.OPEN;
      writtenAt = System.nanoTime();
      meters.connected(Duration.ofNanos(writtenAt - dialledAt));
      pump();
    }
  }

  @Override
  public void text(String message) {
    if (phase == Phase.OVER) {
      return;
    }
    unanswered = 0;
    switch (DeepgramMessage.parse(message)) {
      case DeepgramMessage.Results heard -> heard(heard);
      case DeepgramMessage.Metadata metadata -> metadata(metadata);
      case DeepgramMessage.Unused unused -> meters.unused();
      case DeepgramMessage.Garbage garbage -> meters.garbage();
    }
  }

  @Override
  public void binary() {
    meters.garbage();
  }

  @Override
  public void closed(int code) {
    end(phase == Phase.ANSWERED ? new SpeechResult.Ended() : Refusals.ofClose(code));
  }

  @Override
  public void failed(Throwable failure) {
    if (phase != Phase.OVER && failure instanceof UpgradeRejectedException rejected) {
      LOG.warnf(
          "provider=deepgram status=%d dgError=%s dgRequestId=%s",
          rejected.getStatus(),
          withoutKeyTerms(rejected.getHeaders().get("dg-error")),
          rejected.getHeaders().get("dg-request-id"));
    }
    end(phase == Phase.CONNECTING ? Refusals.of(failure) : Refusals.LOST);
  }

  private void control(String message) {
    if (phase != Phase.OVER) {
      cutter.flush();
      outgoing.add(new Outgoing.Control(message));
      pump();
    }
  }

  private void enqueue(Buffer pcm) {
    outgoing.add(new Outgoing.Audio(pcm));
    queued += pcm.length() / SampleIndex.BYTES;
  }

  private void pump() {
    if (phase != Phase.OPEN || pumping || paceTimer >= 0) {
      return;
    }
    pumping = true;
    boolean more = true;
    while (more && phase == Phase.OPEN) {
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
    written += samples;
    writtenAt = System.nanoTime();
    if (unanswered == 0) {
      unansweredSince = writtenAt;
    }
    unanswered += samples;
    socket.send(
        audio.pcm(),
        () -> {
          inFlight -= samples;
          pump();
        },
        this::failed);
    return true;
  }

  private boolean write(Outgoing.Control control) {
    outgoing.remove();
    writtenAt = System.nanoTime();
    if (control.message().equals(CLOSE_STREAM)) {
      phase = Phase.CLOSING;
      closingAt = writtenAt;
    }
    socket.send(control.message(), this::failed);
    return true;
  }

  private void heard(DeepgramMessage.Results heard) {
    if (!named) {
      named = true;
      LOG.debugf("provider=deepgram dgRequestId=%s", heard.requestId());
    }
    long start = samples(heard.start());
    long end = Math.min(written, samples(heard.start() + heard.duration()));
    if (Math.abs(start - answered) <= ROUNDING) {
      start = answered;
    }
    if (end <= answered) {
      return;
    }
    List<SpokenWord> words = heard.words().stream().map(DeepgramStream::spoken).toList();
    if (heard.isFinal()) {
      answered = end;
      results.accept(new SpeechResult.Final(Math.min(start, end), end, words, false));
    } else {
      results.accept(new SpeechResult.Interim(Math.min(start, end), end, words));
    }
  }

  private void metadata(DeepgramMessage.Metadata metadata) {
    if (phase != Phase.CLOSING) {
      return;
    }
    if (samples(metadata.duration()) < written - ROUNDING) {
      end(Refusals.INCOMPLETE);
      return;
    }
    phase = Phase.ANSWERED;
    if (answered < written) {
      long start = answered;
      answered = written;
      results.accept(new SpeechResult.Final(start, written, List.of(), false));
    }
  }

  private void tick() {
    long now = System.nanoTime();
    switch (phase) {
      case CONNECTING -> {
        if (now - dialledAt > config.connectTimeout().toNanos()) {
          end(Refusals.UNREACHABLE);
        }
      }
      case OPEN -> {
        if (unanswered >= WORTH_AN_ANSWER
            && now - unansweredSince > config.answerTimeout().toNanos()) {
          end(Refusals.NO_ANSWER);
        } else if (now - writtenAt > config.keepAlive().toNanos()) {
          writtenAt = now;
          socket.send(KEEP_ALIVE, this::failed);
        }
      }
      case CLOSING, ANSWERED -> {
        if (now - closingAt > config.finishTimeout().toNanos()) {
          end(phase == Phase.ANSWERED ? new SpeechResult.Ended() : Refusals.INCOMPLETE);
        }
      }
      case OVER -> {}
    }
  }

  private void end(SpeechResult last) {
    if (phase != Phase.OVER) {
      over();
      results.accept(last);
    }
  }

  private void over() {
    if (phase == Phase.OVER) {
      return;
    }
    phase = Phase.OVER;
    vertx.cancelTimer(tick);
    vertx.cancelTimer(paceTimer);
    outgoing.clear();
    queued = 0;
    socket.close();
    releaseSlot.run();
  }

  private static SpokenWord spoken(DeepgramMessage.HeardWord word) {
    long start = samples(word.start());
    return new SpokenWord(
        word.text(),
        start,
        Math.max(start, samples(word.end())),
        Math.clamp(word.confidence(), 0, 1),
        word.speaker());
  }

  private static long samples(double seconds) {
    return Math.max(0, Math.round(seconds * SampleIndex.PER_SECOND));
  }

  /** The provider may quote what it refuses; key terms are patient text. */
  private String withoutKeyTerms(@Nullable String dgError) {
    if (dgError == null) {
      return "none";
    }
    return keyTerms.stream().anyMatch(dgError::contains) ? "withheld" : dgError;
  }
}
