package org.medicscribe.soapnote.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.medicscribe.memory.BudgetMetrics;
import org.medicscribe.memory.MemoryBudget;

/** The memory of this service: all of what is lent goes to drafts. */
@ApplicationScoped
class DraftMemory {

  private final MemoryBudget budget;
  private final DraftLine line;

  DraftMemory(EventsConfig config, MeterRegistry metrics) {
    this.budget = MemoryBudget.ofHeap(config.heapPart());
    this.line = new DraftLine(budget.share("drafts", 0, 1), config.concurrency());
    metrics.gauge("note.requests.waiting", line, DraftLine::waiting);
  }

  @Produces
  @Singleton
  DraftLine line() {
    return line;
  }

  @Produces
  @Singleton
  BudgetMetrics metrics() {
    return new BudgetMetrics(budget);
  }
}
