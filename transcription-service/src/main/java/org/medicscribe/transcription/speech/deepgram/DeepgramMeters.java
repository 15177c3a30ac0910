package org.medicscribe.transcription.speech.deepgram;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** What operators watch of the provider. */
final class DeepgramMeters {

  private final Timer connect;
  private final Counter garbage;
  private final Counter unknown;

  DeepgramMeters(MeterRegistry registry, Supplier<Number> openStreams) {
    Gauge.builder("deepgram.streams", openStreams).description("Streams in use").register(registry);
    connect =
        Timer.builder("deepgram.connect")
            .description("From dialling to an open stream")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    garbage =
        Counter.builder("deepgram.frames.garbage")
            .description("Frames that are no message")
            .register(registry);
    unknown =
        Counter.builder("deepgram.frames.unused")
            .description("Messages of a type we do not use")
            .register(registry);
  }

  void connected(Duration took) {
    connect.record(took);
  }

  void garbage() {
    garbage.increment();
  }

  void unused() {
    unknown.increment();
  }
}
