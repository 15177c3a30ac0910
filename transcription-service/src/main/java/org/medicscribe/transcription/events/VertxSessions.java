package org.medicscribe.transcription.events;

import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.LongConsumer;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.session.AudioHold;
import org.medicscribe.transcription.session.ByteBudget;
import org.medicscribe.transcription.session.SessionMonitor;
import org.medicscribe.transcription.session.SessionSurroundings;
import org.medicscribe.transcription.session.TranscriptSink;
import org.medicscribe.transcription.session.TranscriptionSession;
import org.medicscribe.transcription.speech.SpeechRecognizer;
import org.medicscribe.transcription.speech.SpeechRequest;

/** Sessions, each on an event loop of its own choosing. */
@ApplicationScoped
class VertxSessions implements Sessions {

  /** Below it the lead-in and one long record could fill a session that waits for more. */
  private static final long SMALLEST_ROOM = 500_000;

  private final SpeechRecognizer recognizer;
  private final TranscriptSink sink;
  private final SessionMonitor monitor;
  private final VertxInternal vertx;
  private final SessionConfig config;
  private final ByteBudget budget;

  VertxSessions(
      SpeechRecognizer recognizer,
      TranscriptSink sink,
      SessionMonitor monitor,
      Vertx vertx,
      SessionConfig config) {
    this.recognizer = recognizer;
    this.sink = sink;
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
      AudioHold hold,
      LongConsumer whenCompleted) {
    return new TranscriptionSession(
        encounter,
        new SpeechRequest(settings.language(), settings.keyTerms()),
        hold,
        recognizer,
        new SessionSurroundings(
            new VertxSessionLoop(vertx, vertx.createEventLoopContext()),
            sink,
            config.policy(),
            monitor),
        whenCompleted);
  }
}
