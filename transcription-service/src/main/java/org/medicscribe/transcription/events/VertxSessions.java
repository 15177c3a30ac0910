package org.medicscribe.transcription.events;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongConsumer;
import org.apache.kafka.common.header.Headers;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.SessionMonitor;
import org.medicscribe.transcription.session.SessionSurroundings;
import org.medicscribe.transcription.session.TranscriptionSession;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;

/** Sessions, each on an event loop of its own choosing. */
@ApplicationScoped
class VertxSessions implements Sessions {

  private final SpeechRecognizer recognizer;
  private final TranscriptPublisher publisher;
  private final SessionMonitor monitor;
  private final VertxInternal vertx;
  private final SessionConfig config;
  private final ServiceMemory memory;

  VertxSessions(
      SpeechRecognizer recognizer,
      TranscriptPublisher publisher,
      SessionMonitor monitor,
      Vertx vertx,
      SessionConfig config,
      ServiceMemory memory) {
    this.recognizer = recognizer;
    this.publisher = publisher;
    this.monitor = monitor;
    this.vertx = (VertxInternal) vertx;
    this.config = config;
    this.memory = memory;
  }

  @Override
  public AudioHold hold(SampleIndex covered) {
    return new AudioHold(memory.room(), covered);
  }

  @Override
  public TranscriptionSession open(
      EncounterId encounter,
      RecordingSettings settings,
      Headers first,
      AudioHold hold,
      LongConsumer whenCompleted) {
    return new TranscriptionSession(
        encounter,
        new SpeechRequest(settings.language(), settings.keyTerms()),
        hold,
        recognizer,
        new SessionSurroundings(
            new VertxSessionLoop(vertx, vertx.createEventLoopContext()),
            publisher.inTraceOf(first),
            config.policy(),
            monitor),
        whenCompleted);
  }
}
