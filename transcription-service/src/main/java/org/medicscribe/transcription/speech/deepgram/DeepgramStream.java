package org.medicscribe.transcription.speech.deepgram;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;

/**
 * One connection to the provider from dialling to its end.
 *
 * <p>Everything happens on the event loop that opened it: the calls of the port, the socket's
 * messages and the timers.
 */
final class DeepgramStream implements SpeechStream, DeepgramSocket.Listener, PacedOutput.Wire {

  private static final Logger LOG = Logger.getLogger(DeepgramStream.class);

  private static final String KEEP_ALIVE = "{\"type\":\"KeepAlive\"}";
  private static final String FINALIZE = "{\"type\":\"Finalize\"}";
  private static final String CLOSE_STREAM = "{\"type\":\"CloseStream\"}";

  /** Audio that must be answered before silence counts as one. */
  private static final long WORTH_AN_ANSWER = 3L * SampleIndex.PER_SECOND;

  private static final long TICK_MILLIS = 1_000;

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
  private final PacedOutput output;
  private final Answers answers = new Answers();

  private Phase phase = Phase.CONNECTING;
  private Runnable releaseSlot = () -> {};
  private List<String> keyTerms = List.of();
  private long dialledAt;
  private long writtenAt;
  private long closingAt;
  private long unansweredSince;
  private long unanswered;
  private boolean named;
  private long tick = -1;

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
    this.output =
        new PacedOutput(vertx, new Pacer(config.pace(), config.burst(), System.nanoTime()), this);
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
      output.add(pcm);
    }
  }

  @Override
  public void flush() {
    say(FINALIZE);
  }

  @Override
  public void finish() {
    say(CLOSE_STREAM);
  }

  @Override
  public void abort() {
    over();
  }

  @Override
  public long pendingSamples() {
    return output.pendingSamples();
  }

  @Override
  public void opened() {
    if (phase == Phase.CONNECTING) {
      phase = Phase.OPEN;
      writtenAt = System.nanoTime();
      meters.connected(Duration.ofNanos(writtenAt - dialledAt));
      output.open();
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

  private void say(String message) {
    if (phase != Phase.OVER) {
      output.add(message);
    }
  }

  @Override
  public void audio(Buffer pcm, Runnable written) {
    int samples = pcm.length() / SampleIndex.BYTES;
    answers.wrote(samples);
    writtenAt = System.nanoTime();
    if (unanswered == 0) {
      unansweredSince = writtenAt;
    }
    unanswered += samples;
    socket.send(pcm, written, this::failed);
  }

  @Override
  public void control(String message) {
    writtenAt = System.nanoTime();
    if (message.equals(CLOSE_STREAM)) {
      phase = Phase.CLOSING;
      closingAt = writtenAt;
      output.close();
    }
    socket.send(message, this::failed);
  }

  private void heard(DeepgramMessage.Results heard) {
    if (!named) {
      named = true;
      LOG.debugf("provider=deepgram dgRequestId=%s", heard.requestId());
    }
    answers.heard(heard).ifPresent(results);
  }

  private void metadata(DeepgramMessage.Metadata metadata) {
    if (phase != Phase.CLOSING) {
      return;
    }
    if (!answers.isWhole(metadata)) {
      end(Refusals.INCOMPLETE);
      return;
    }
    phase = Phase.ANSWERED;
    answers.rest().ifPresent(results);
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
    output.close();
    socket.close();
    releaseSlot.run();
  }

  /** The provider may quote what it refuses; key terms are patient text. */
  private String withoutKeyTerms(@Nullable String dgError) {
    if (dgError == null) {
      return "none";
    }
    return keyTerms.stream().anyMatch(dgError::contains) ? "withheld" : dgError;
  }
}
