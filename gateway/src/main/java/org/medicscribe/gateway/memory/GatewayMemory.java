package org.medicscribe.gateway.memory;

import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.medicscribe.memory.BudgetMetrics;
import org.medicscribe.memory.MemoryBudget;
import org.medicscribe.memory.Share;

/**
 * The gateway's one budget. Recordings come first: nobody else can use what is reserved for their
 * frames and their sockets, so they are refused last.
 */
@Singleton
public class GatewayMemory {

  private final MemoryBudget budget;
  private final Share recordings;
  private final Share sockets;
  private final Share updates;
  private final Share bodies;
  private final Share uploads;
  private final Share downloads;

  @Inject
  GatewayMemory(MemoryConfig config) {
    this(MemoryBudget.ofHeap(config.part()));
  }

  public GatewayMemory(MemoryBudget budget) {
    this.budget = budget;
    this.recordings = budget.share("recordings", 0.40, 0.70);
    this.sockets = budget.share("sockets", 0.25, 0.40);
    this.updates = budget.share("updates", 0.05, 0.20);
    this.bodies = budget.share("bodies", 0.05, 0.20);
    this.uploads = budget.share("uploads", 0, 0.25);
    this.downloads = budget.share("downloads", 0, 0.15);
  }

  /** Frames of recordings that Kafka has not acknowledged. */
  public Share recordings() {
    return recordings;
  }

  /** What an open socket costs while nothing happens on it. */
  public Share sockets() {
    return sockets;
  }

  /** Updates that wait for a reader. */
  public Share updates() {
    return updates;
  }

  /** Bodies of requests that are passed through. */
  public Share bodies() {
    return bodies;
  }

  /** Finished recordings on their way to Kafka. */
  public Share uploads() {
    return uploads;
  }

  /** Recordings on their way to whoever listens to them. */
  public Share downloads() {
    return downloads;
  }

  @Produces
  @Singleton
  MeterBinder metrics() {
    return new BudgetMetrics(budget);
  }
}
