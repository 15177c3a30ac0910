package org.medicscribe.transcription.events;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.medicscribe.transcription.session.SessionLoop;

/** A session's thread is one of Vert.x's event loops, the same one its provider socket uses. */
final class VertxSessionLoop implements SessionLoop {

  private static final double SPREAD = 0.2;

  private final Vertx vertx;
  private final Context context;

  VertxSessionLoop(Vertx vertx, Context context) {
    this.vertx = vertx;
    this.context = context;
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(ignored -> task.run());
  }

  @Override
  public Timer afterAbout(Duration delay, Runnable task) {
    return after(spread(delay, ThreadLocalRandom.current().nextDouble()), task);
  }

  /** The delay, up to a fifth shorter or longer. */
  static Duration spread(Duration delay, double chance) {
    return Duration.ofMillis(Math.round(delay.toMillis() * (1 - SPREAD + 2 * SPREAD * chance)));
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    long millis = Math.max(1, delay.toMillis());
    long id = vertx.setTimer(millis, ignored -> execute(task));
    return () -> vertx.cancelTimer(id);
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }
}
