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
import org.jboss.logging.Logger;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.deepgram.DeepgramConfig;
import org.medicscribe.transcription.speech.deepgram.DeepgramRecognizer;
import org.medicscribe.transcription.speech.embedded.EmbeddedRecognizer;
import org.medicscribe.transcription.speech.embedded.onnx.OnnxSpeechModels;

/** Deepgram serves when there is a key for it, else the recogniser on this machine. */
@ApplicationScoped
class SpeechSelection {

  private static final Logger LOG = Logger.getLogger(SpeechSelection.class);

  @Produces
  @Singleton
  SpeechRecognizer recognizer(
      DeepgramConfig deepgram,
      EmbeddedConfig embedded,
      Vertx vertx,
      Instance<BasicWebSocketConnector> connectors,
      MeterRegistry registry) {
    return deepgram.apiKey().isPresent()
        ? new DeepgramRecognizer(deepgram, vertx, connectors, registry)
        : new EmbeddedRecognizer(
            embedded.settings(), OnnxSpeechModels.load(embedded.settings().models()));
  }

  /** Chosen at the start, so that a missing model ends it with a sentence, not a recording. */
  void start(@Observes StartupEvent started, SpeechRecognizer recognizer) {
    LOG.infof("engine=%s", recognizer.engine().name());
  }

  void close(@Disposes SpeechRecognizer recognizer) {
    if (recognizer instanceof EmbeddedRecognizer embedded) {
      embedded.close();
    }
  }
}
