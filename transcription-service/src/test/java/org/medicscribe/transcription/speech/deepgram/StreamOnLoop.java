package org.medicscribe.transcription.speech.deepgram;

import static org.awaitility.Awaitility.await;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.medicscribe.simulators.ruler.RulerSignal;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;
import org.medicscribe.transcription.speech.SpokenWord;

/** A stream that is spoken to on an event loop, as a session does, and what it answered. */
final class StreamOnLoop {

  private final Context loop;
  private final RulerSignal ruler = new RulerSignal(7);
  private final List<SpeechResult> results = new CopyOnWriteArrayList<>();
  private final SpeechStream stream;
  private long position;

  StreamOnLoop(Vertx vertx, SpeechRecognizer recognizer, SpeechRequest request) {
    this.loop = ((VertxInternal) vertx).createEventLoopContext();
    this.stream = onLoop(() -> recognizer.open(request, results::add));
  }

  /** The next audio, in one piece. */
  void send(int samples) {
    byte[] pcm = ruler.pcm(position, samples);
    position += samples;
    onLoop(() -> {
      stream.send(ByteBuffer.wrap(pcm));
      return true;
    });
  }

  void flush() {
    onLoop(() -> {
      stream.flush();
      return true;
    });
  }

  void finish() {
    onLoop(() -> {
      stream.finish();
      return true;
    });
  }

  void abort() {
    onLoop(() -> {
      stream.abort();
      return true;
    });
  }

  long pendingSamples() {
    return onLoop(stream::pendingSamples);
  }

  List<SpeechResult> results() {
    return results;
  }

  List<SpeechResult.Final> finals() {
    return results.stream()
        .filter(SpeechResult.Final.class::isInstance)
        .map(SpeechResult.Final.class::cast)
        .toList();
  }

  List<String> words() {
    return finals().stream().flatMap(f -> f.words().stream()).map(SpokenWord::text).toList();
  }

  /** Up to where finals reach. */
  long answered() {
    return finals().isEmpty() ? 0 : finals().getLast().end();
  }

  long sent() {
    return position;
  }

  SpeechResult.Failed awaitFailure() {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !results.isEmpty() && results.getLast() instanceof SpeechResult.Failed);
    return (SpeechResult.Failed) results.getLast();
  }

  void awaitEnd() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !results.isEmpty() && results.getLast() instanceof SpeechResult.Ended);
  }

  private <T> T onLoop(Supplier<T> action) {
    CompletableFuture<T> done = new CompletableFuture<>();
    loop.runOnContext(ignored -> {
      try {
        done.complete(action.get());
      } catch (RuntimeException failure) {
        done.completeExceptionally(failure);
      }
    });
    return done.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
