package org.medicscribe.transcription.speech.deepgram;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.medicscribe.events.EngineName;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.speech.SpeechStream;

/** Opens one Deepgram connection per stream, as many at once as the plan allows. */
public final class DeepgramRecognizer implements SpeechRecognizer {

  private static final List<String> LANGUAGES = List.of("en", "es", "multi");

  private final DeepgramConfig config;
  private final Vertx vertx;
  private final Instance<BasicWebSocketConnector> connectors;
  private final DeepgramMeters meters;
  private final Semaphore slots;

  public DeepgramRecognizer(
      DeepgramConfig config,
      Vertx vertx,
      Instance<BasicWebSocketConnector> connectors,
      MeterRegistry registry) {
    this.config = config;
    this.vertx = vertx;
    this.connectors = connectors;
    this.slots = new Semaphore(config.maxStreams());
    this.meters =
        new DeepgramMeters(registry, () -> config.maxStreams() - slots.availablePermits());
  }

  @Override
  public SpeechStream open(SpeechRequest request, Consumer<SpeechResult> results) {
    DeepgramStream stream =
        new DeepgramStream(config, vertx, new DeepgramSocket(connectors.get()), meters, results);
    if (slots.tryAcquire()) {
      stream.connect(request, slots::release);
    } else {
      stream.refuse(Refusals.TOO_MANY_STREAMS);
    }
    return stream;
  }

  @Override
  public EngineName engine() {
    return new EngineName("deepgram " + config.model(), false);
  }

  @Override
  public List<String> languages() {
    return LANGUAGES;
  }
}
