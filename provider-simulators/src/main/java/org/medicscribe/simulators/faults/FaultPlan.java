package org.medicscribe.simulators.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The faults still to come, in order: each request is struck by the first one that is not used up,
 * and by the first latency besides. Any thread.
 */
public final class FaultPlan {

  /** What one request has to suffer. */
  public record Strike(Duration delay, @Nullable Fault fault) {

    public static final Strike NONE = new Strike(Duration.ZERO, null);
  }

  private static final class Planned {
    final Fault fault;
    int left;

    Planned(Fault fault) {
      this.fault = fault;
      this.left = fault.times() == 0 ? Integer.MAX_VALUE : fault.times();
    }
  }

  private final Class<? extends Fault> possible;
  private final List<Planned> planned = new ArrayList<>();

  private FaultPlan(Class<? extends Fault> possible) {
    this.possible = possible;
  }

  public static FaultPlan ofSpeechProvider() {
    return new FaultPlan(Fault.OfAnyProvider.class);
  }

  public static FaultPlan ofLanguageModel() {
    return new FaultPlan(Fault.class);
  }

  /**
   * Replaces the plan.
   *
   * @throws IllegalArgumentException if a fault cannot happen to this provider
   */
  public synchronized void set(List<Fault> faults) {
    for (Fault fault : faults) {
      if (!possible.isInstance(fault) || fault.times() < 0) {
        throw new IllegalArgumentException("not a fault of this provider: " + fault);
      }
    }
    planned.clear();
    faults.forEach(fault -> planned.add(new Planned(fault)));
  }

  public void set(Fault... faults) {
    set(Arrays.asList(faults));
  }

  public synchronized void clear() {
    planned.clear();
  }

  /** What is left of the plan. */
  public synchronized List<Fault> remaining() {
    return planned.stream().map(entry -> entry.fault).toList();
  }

  /** Takes what strikes the next request. */
  public synchronized Strike next() {
    if (planned.isEmpty()) {
      return Strike.NONE;
    }
    Duration delay = Duration.ZERO;
    if (take(true) instanceof Fault.Latency latency) {
      delay = latency.delay();
    }
    return new Strike(delay, take(false));
  }

  private @Nullable Fault take(boolean latency) {
    for (Planned entry : planned) {
      if (entry.fault instanceof Fault.Latency == latency) {
        if (--entry.left == 0) {
          planned.remove(entry);
        }
        return entry.fault;
      }
    }
    return null;
  }
}
