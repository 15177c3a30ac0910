package org.medicscribe.devstack.suite;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Told when a part ended that nobody stopped. */
@FunctionalInterface
interface EndListener {

  /**
   * @param start starts it again, and returns once it is ready
   */
  void ended(String name, Path log, Callable<?> start);
}
