package org.medicscribe.devstack.cli;

import java.util.concurrent.CompletableFuture;
import sun.misc.Signal;

/**
 * Ctrl-C and TERM as an event, so that the suite is stopped in order by the thread that started it.
 * A second signal ends the process at once; the watchdog then clears up.
 */
final class StopSignal {

  private static final int ENDED_BY_SIGNAL = 128;

  private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();

  static StopSignal listen() {
    StopSignal stop = new StopSignal();
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      Signal.handle(new Signal(name), stop::received);
    }
    return stop;
  }

  /** Completes with the exit code that says which signal it was. */
  CompletableFuture<Integer> received() {
    return exitCode;
  }

  private void received(Signal signal) {
    int code = ENDED_BY_SIGNAL + signal.getNumber();
    if (!exitCode.complete(code)) {
      Runtime.getRuntime().halt(code);
    }
  }
}
