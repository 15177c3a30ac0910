package org.medicscribe.gateway.socket;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.gateway.session.RefusalReason;

/** What an operator sees of the sockets. */
@Singleton
class SocketMetrics {

  private final AtomicInteger recording;
  private final Map<RefusalReason, Counter> refusals = new EnumMap<>(RefusalReason.class);

  SocketMetrics(MeterRegistry meters, SocketPlaces places) {
    Gauge.builder("gateway.sockets.open", places, SocketPlaces::count).register(meters);
    this.recording = meters.gauge("gateway.sockets.recording", new AtomicInteger());
    for (RefusalReason reason : RefusalReason.values()) {
      ProblemType problem = reason.problem();
      refusals.put(
          reason,
          meters.counter(
              "gateway.sockets.refused", "reason", problem.code(), "kind", problem.kind().name()));
    }
  }

  void recordingStarted() {
    recording.incrementAndGet();
  }

  void recordingEnded() {
    recording.decrementAndGet();
  }

  void refused(RefusalReason reason) {
    requireNonNull(refusals.get(reason)).increment();
  }
}
