package org.medicscribe.transcription.engine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.medicscribe.events.EncounterId;
import org.medicscribe.transcription.session.SessionMonitor;
import org.medicscribe.transcription.speech.SpeechResult;

/** Tells operators, in logs and numbers, how transcription fares. */
@ApplicationScoped
class SpeechMeters implements SessionMonitor {

  private static final Logger LOG = Logger.getLogger(SpeechMeters.class);

  private final MeterRegistry registry;
  private final Counter streams;
  private final Counter droppedInterims;
  private final Timer finalDelay;

  SpeechMeters(MeterRegistry registry) {
    this.registry = registry;
    this.streams =
        Counter.builder("speech.streams.opened")
            .description("Streams opened, new attempts included")
            .register(registry);
    this.droppedInterims =
        Counter.builder("speech.interims.dropped")
            .description("Interims replaced before they were shown")
            .register(registry);
    this.finalDelay =
        Timer.builder("speech.final.delay")
            .description("How far the audio had gone on when a final came")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
  }

  @Override
  public void streamOpened(EncounterId encounter) {
    streams.increment();
    LOG.debugf("encounterId=%s stream opened", encounter);
  }

  @Override
  public void streamFailed(EncounterId encounter, SpeechResult.Failed failure, Duration pause) {
    Counter.builder("speech.streams.failed")
        .description("Streams that broke or never opened")
        .tag("kind", failure.kind().name())
        .tag("code", failure.code())
        .register(registry)
        .increment();
    String line = "encounterId=%s errorKind=%s code=%s retryIn=%s advice=%s";
    Object[] values = {
      encounter, failure.kind(), failure.code(), pause, failure.advice(),
    };
    if (failure.kind().isRetried()) {
      LOG.warnf(line, values);
    } else {
      LOG.errorf(line, values);
    }
  }

  @Override
  public void finalDelivered(Duration behind) {
    finalDelay.record(behind);
  }

  @Override
  public void interimDropped() {
    droppedInterims.increment();
  }
}
