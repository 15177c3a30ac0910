package org.medicscribe.transcription.engine;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.deepgram.DeepgramConfig;
import org.medicscribe.transcription.speech.deepgram.DeepgramRecognizer;

/** Deepgram serves when there is a key for it. */
@ApplicationScoped
class SpeechSelection {

  @Produces
  @Singleton
  SpeechRecognizer recognizer(
      DeepgramConfig deepgram,
      Vertx vertx,
      Instance<BasicWebSocketConnector> connectors,
      MeterRegistry registry) {
    return new DeepgramRecognizer(deepgram, vertx, connectors, registry);
  }
}
