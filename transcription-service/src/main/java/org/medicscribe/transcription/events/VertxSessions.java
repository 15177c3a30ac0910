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
import org.medicscribe.transcription.session.ByteBudget;
import org.medicscribe.transcription.session.SessionMonitor;
import org.medicscribe.transcription.session.SessionSurroundings;
import org.medicscribe.transcription.session.TranscriptionSession;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;

/** Sessions, each on an event loop of its own choosing. */
@ApplicationScoped
class VertxSessions implements Sessions {

  /** Below it the lead-in and one long record could fill a session that waits for more. */
  private static final long SMALLEST_ROOM = 500_000;

  private final SpeechRecognizer recognizer;
  private final TranscriptPublisher publisher;
  private final SessionMonitor monitor;
  private final VertxInternal vertx;
  private final SessionConfig config;
  private final ByteBudget budget;

  VertxSessions(
      SpeechRecognizer recognizer,
      TranscriptPublisher publisher,
      SessionMonitor monitor,
      Vertx vertx,
      SessionConfig config) {
    this.recognizer = recognizer;
    this.publisher = publisher;
    this.monitor = monitor;
    this.vertx = (VertxInternal) vertx;
    this.config = config;
    if (config.maxBytesPerSession() < SMALLEST_ROOM) {
      throw new IllegalStateException(
          "session.max-bytes-per-session must be at least " + SMALLEST_ROOM);
    }
    this.budget = new ByteBudget(config.maxBytes());
  }

  @Override
  public AudioHold hold(SampleIndex covered) {
    return new AudioHold(config.maxBytesPerSession(), budget, covered);
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
