package org.medicscribe.transcription.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.deepgram.DeepgramConfig;
import org.medicscribe.transcription.speech.deepgram.DeepgramRecognizer;
import org.medicscribe.transcription.speech.embedded.EmbeddedRecognizer;
import org.medicscribe.transcription.speech.embedded.onnx.OnnxSpeechModels;

/** The one place that decides which recogniser serves. */
@ApplicationScoped
class SpeechSelection {

  private static final Logger LOG = Logger.getLogger(SpeechSelection.class);

  @Produces
  @Singleton
  SpeechRecognizer recognizer(
      SpeechConfig speech,
      DeepgramConfig deepgram,
      EmbeddedConfig embedded,
      Vertx vertx,
      Instance<BasicWebSocketConnector> connectors,
      MeterRegistry registry) {
    return choose(
        speech.engine(),
        deepgram.isConfigured(),
        () -> new DeepgramRecognizer(deepgram, vertx, connectors, registry),
        () ->
            new EmbeddedRecognizer(
                embedded.settings(), OnnxSpeechModels.load(embedded.settings().models())));
  }

  static <T> T choose(
      SpeechConfig.Choice choice, boolean hasKey, Supplier<T> deepgram, Supplier<T> embedded) {
    return switch (choice) {
      case AUTO -> hasKey ? deepgram.get() : embedded.get();
      case DEEPGRAM -> {
        if (!hasKey) {
          throw new IllegalStateException(
              "TRANSCRIPTION_ENGINE is deepgram and DEEPGRAM_API_KEY is not set: set the key, or"
                  + " choose auto or embedded");
        }
        yield deepgram.get();
      }
      case EMBEDDED -> embedded.get();
    };
  }

  /** Chosen at the start, so that a missing key or model ends it with a sentence, no recording. */
  void start(@Observes StartupEvent started, SpeechRecognizer recognizer) {
    LOG.infof("engine=%s", recognizer.engine().name());
  }

  void close(@Disposes SpeechRecognizer recognizer) {
    if (recognizer instanceof EmbeddedRecognizer embedded) {
      embedded.close();
    }
  }
}
