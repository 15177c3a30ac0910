package org.medicscribe.devstack.suite;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Hears how the start goes; called from several threads. */
@FunctionalInterface
public interface Progress {

  Progress SILENT = (part, address, took) -> {};

  /** The data folder is ours; what this process logs may go here. */
  default void opened(Path logs) throws IOException {}

  void ready(String part, String address, Duration took);
}
