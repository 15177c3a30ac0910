package org.medicscribe.memory;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * How full a budget is, share by share: {@code memory.budget.used} and {@code
 * memory.budget.ceiling} in bytes, and {@code memory.budget.refused}, each with the tag {@code
 * share}; {@code memory.budget.limit} for the whole.
 */
public final class BudgetMetrics implements MeterBinder {

  private final MemoryBudget budget;

  public BudgetMetrics(MemoryBudget budget) {
    this.budget = budget;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("memory.budget.limit", budget, MemoryBudget::limit)
        .baseUnit("bytes")
        .register(registry);
    for (Share share : budget.shares()) {
      Gauge.builder("memory.budget.used", share, Share::used)
          .baseUnit("bytes")
          .tag("share", share.name())
          .register(registry);
      Gauge.builder("memory.budget.ceiling", share, Share::ceiling)
          .baseUnit("bytes")
          .tag("share", share.name())
          .register(registry);
      FunctionCounter.builder("memory.budget.refused", share, Share::refused)
          .tag("share", share.name())
          .register(registry);
    }
  }
}
