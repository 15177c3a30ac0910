package org.medicscribe.devstack.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medicscribe.events.CloseCode;
import org.medicscribe.events.SampleIndex;

/**
 * The live part of a visit: sends the samples, takes note of what is acknowledged, and comes back
 * with the rest when a socket is lost. Ends when the gateway has confirmed all of it.
 */
final class Recording {

  private static final Duration TICK = Duration.ofMillis(20);
  private static final Duration PROGRESS_EVERY = Duration.ofMillis(500);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /** Without a single new acknowledgement for so long, nobody is coming back. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How to reach the gateway for this encounter. */
  record Way(HttpClient http, URI gateway, Tokens tokens, String encounter) {

    Socket connect() throws VisitFailure, IOException, InterruptedException {
      return Socket.connect(http, gateway, encounter, tokens.current());
    }
  }

  /** Reads what was heard while no socket was open. */
  @FunctionalInterface
  interface CatchUp {
    void run() throws VisitFailure, IOException, InterruptedException;
  }

  /** How one socket ended. */
  private sealed interface End {
    record Complete() implements End {}

    record Lost(String why) implements End {}
  }

  private final Way way;
  private final RecordedFile file;
  private final SendPlan plan;
  private final Transcript transcript;
  private final Narrator narrator;
  private final CatchUp catchUp;
  private final String recorderId = "scribe-" + UUID.randomUUID();
  private final long begin = System.nanoTime();

  private long lastProgress;

  Recording(
      Way way,
      RecordedFile file,
      double speed,
      Transcript transcript,
      Narrator narrator,
      CatchUp catchUp) {
    this.way = way;
    this.file = file;
    this.plan = new SendPlan(file.samples(), speed);
    this.transcript = transcript;
    this.narrator = narrator;
    this.catchUp = catchUp;
  }

  void run() throws VisitFailure, IOException, InterruptedException {
    Duration pause = FIRST_PAUSE;
    long safe = -1;
    long lastGain = System.nanoTime();
    while (true) {
      switch (session()) {
        case End.Complete _ -> {
          return;
        }
        case End.Lost lost -> {
          if (plan.firstUnacknowledged() > safe) {
            safe = plan.firstUnacknowledged();
            lastGain = System.nanoTime();
            pause = FIRST_PAUSE;
          }
          if (System.nanoTime() - lastGain > PATIENCE.toNanos()) {
            throw new VisitFailure(
                "The gateway took no audio for %d s: %s"
                    .formatted(PATIENCE.toSeconds(), lost.why()));
          }
          narrator.hiccup(
              "Connection lost (%s); the audio is kept, trying again.".formatted(lost.why()));
          Thread.sleep(pause);
          pause =
              pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
                  ? pause.multipliedBy(2)
                  : LONGEST_PAUSE;
        }
      }
    }
  }

  private End session() throws VisitFailure, InterruptedException, IOException {
    try (Socket socket = way.connect()) {
      catchUp.run();
      socket.send(
          Incoming.JSON.writeValueAsString(
              Map.of(
                  "type",
                  "start",
                  "from",
                  plan.firstUnacknowledged(),
                  "recorderId",
                  recorderId,
                  "takeOver",
                  false)));
      return converse(socket);
    } catch (IOException e) {
      return new End.Lost(String.valueOf(e.getMessage()));
    } catch (VisitFailure failure) {
      if (failure.isPassing()) {
        return new End.Lost(String.valueOf(failure.getMessage()));
      }
      throw failure;
    }
  }

  private End converse(Socket socket) throws VisitFailure, IOException, InterruptedException {
    boolean ready = false;
    boolean stopSent = false;
    Optional<Problem> refusal = Optional.empty();
    while (true) {
      if (ready) {
        sendWhatIsDue(socket);
        if (plan.isAllSent() && !stopSent) {
          stopSent = true;
          socket.send(
              Incoming.JSON.writeValueAsString(
                  Map.of("type", "stop", "totalSamples", file.samples())));
        }
      }
      tellProgress();
      Optional<Incoming> message = socket.poll(TICK);
      if (message.isEmpty()) {
        continue;
      }
      switch (message.get()) {
        case Incoming.Ready begun -> {
          if (begun.next() > plan.firstUnacknowledged()) {
            throw new VisitFailure("Another device has recorded this visit meanwhile.");
          }
          plan.ready(begun);
          ready = true;
        }
        case Incoming.Ack ack -> plan.acknowledge(ack.through());
        case Incoming.Interim interim ->
            narrator.interim(interim.speaker() == null ? "" : interim.speaker(), interim.text());
        case Incoming.Heard heard -> narrator.heard(transcript.add(heard));
        case Incoming.Delay delay -> narrator.hiccup(inWords(delay));
        case Incoming.Stopped _ -> {
          return new End.Complete();
        }
        case Incoming.Failed failed -> refusal = Optional.of(failed.problem());
        case Incoming.Closed closed -> {
          return ended(closed, refusal);
        }
        case Incoming.NoteEnded _, Incoming.Other _ -> {}
      }
    }
  }

  private void sendWhatIsDue(Socket socket) throws IOException, InterruptedException {
    Optional<SendPlan.Frame> due = plan.next(Duration.ofNanos(System.nanoTime() - begin));
    while (due.isPresent()) {
      SendPlan.Frame frame = due.get();
      ByteBuffer bytes =
          ByteBuffer.allocate(Long.BYTES + frame.samples() * SampleIndex.BYTES)
              .order(ByteOrder.BIG_ENDIAN)
              .putLong(frame.position());
      file.samplesAt(frame.position(), bytes);
      socket.send(bytes.flip());
      due = plan.next(Duration.ofNanos(System.nanoTime() - begin));
    }
  }

  private void tellProgress() {
    long now = System.nanoTime();
    if (now - lastProgress >= PROGRESS_EVERY.toNanos()) {
      lastProgress = now;
      narrator.progress(
          SampleIndex.of(plan.sentSamples()).toSeconds(),
          SampleIndex.of(plan.acknowledgedSamples()).toSeconds(),
          transcript.covered().toSeconds());
    }
  }

  private static String inWords(Incoming.Delay delay) {
    long seconds = Math.ceilDiv(delay.behindMillis(), 1000);
    return seconds == 0
        ? "Transcription has caught up."
        : "Transcription is %d s behind (%s); nothing is lost.".formatted(seconds, delay.reason());
  }

  private static End ended(Incoming.Closed closed, Optional<Problem> refusal) throws VisitFailure {
    String why = refusal.map(Problem::sentence).orElse("code " + closed.code());
    return switch (CloseCode.forRecorder(closed.code())) {
      case RECONNECT, RECONNECT_AT_ONCE -> new End.Lost(why);
      case GIVE_UP -> throw new VisitFailure(why);
    };
  }
}
