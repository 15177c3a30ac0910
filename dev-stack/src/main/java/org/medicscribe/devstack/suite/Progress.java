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

  /** A line for people about something that went wrong, or is well again. */
  default void told(String line) {}

  void ready(String part, String address, Duration took);
}
