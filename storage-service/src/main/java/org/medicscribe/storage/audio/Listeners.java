package org.medicscribe.storage.audio;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import org.medicscribe.edge.catalogue.ProblemType;
import org.medicscribe.edge.problem.Problem;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.storage.audio.Downloads.Asked;
import org.medicscribe.storage.audio.Downloads.Download;
import org.medicscribe.storage.memory.StorageMemory;

/** The doorkeeper of downloads: lets in, refuses with what to do, and hangs up. */
@ApplicationScoped
class Listeners {

  /** A window encrypted, in clear, whole with its silence, and on its way to the reader. */
  private static final int COPIES = 4;

  private static final Problem TOO_MANY = Problem.of(ProblemType.TOO_MANY_DOWNLOADS);
  private static final Problem BUSY = Problem.of(ProblemType.STORAGE_BUSY);

  private final Downloads downloads;
  private final ListeningConfig config;

  Listeners(
      StorageMemory memory,
      ListeningConfig config,
      AudioConfig audio,
      Clock clock,
      MeterRegistry metrics) {
    long bytes = (long) COPIES * AudioWindows.of(audio.window()).samples() * SampleIndex.BYTES;
    this.downloads = new Downloads(memory.downloads(), bytes, config.perUser(), clock);
    this.config = config;
    metrics.gauge("scribe.audio.downloads", downloads, Downloads::count);
  }

  /** Lets the reader of this request in until the answer has ended, or refuses with a problem. */
  Download admit(String reader, RoutingContext request) {
    return switch (downloads.ask(reader, () -> cut(request))) {
      case Asked.Admitted(Download download) -> {
        request.addEndHandler(ended -> download.end());
        yield download;
      }
      case Asked.TooMany() -> throw refused(TOO_MANY, request);
      case Asked.Busy() -> throw refused(BUSY, request);
    };
  }

  /** Closing in good order would wait until the reader has taken what is on its way. */
  private static void cut(RoutingContext request) {
    var _ = ((ConnectionBase) request.request().connection()).channelHandlerContext().close();
  }

  @Scheduled(every = "1s", identity = "stalled-downloads")
  void hangUp() {
    downloads.hangUpOnWhoStopped(config.patience());
  }

  private static ProblemException refused(Problem problem, RoutingContext request) {
    request.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
    return new ProblemException(problem);
  }
}
