package org.medicscribe.devstack.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.medicscribe.devstack.process.Footprint;

/**
 * A process of the benchmark that tells on its standard output how far it is. It ends with this
 * process, whose end of its standard input it watches.
 */
final class Child implements AutoCloseable {

  private final Process process;
  private final BufferedReader words;

  private Child(Process process) {
    this.process = process;
    this.words = process.inputReader();
  }

  static Child start(List<String> command, File log) throws IOException {
    return new Child(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log)).start());
  }

  Footprint footprint() {
    return Footprint.of(process.toHandle());
  }

  /** What follows {@code mark} on the line that begins with it. */
  String await(String mark) throws IOException {
    String line = words.readLine();
    while (line != null && !line.startsWith(mark)) {
      line = words.readLine();
    }
    if (line == null) {
      throw new IOException("a process of the benchmark ended early");
    }
    return line.substring(mark.length());
  }

  @Override
  public void close() {
    process.destroy();
  }
}
