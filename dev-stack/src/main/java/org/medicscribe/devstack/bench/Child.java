package org.medicscribe.devstack.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
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

  /** Says the one word that it waits for. */
  void goOn() throws IOException {
    process.outputWriter().append('\n').flush();
  }

  /** What follows {@code mark} on the line that begins with it. */
  String await(String mark) throws IOException, InterruptedException {
    String line = readLine();
    while (line != null && !line.startsWith(mark)) {
      line = readLine();
    }
    if (line == null) {
      throw new IOException("a process of the benchmark ended early");
    }
    return line.substring(mark.length());
  }

  /** On a thread of its own: whoever waits can be interrupted, which reading a pipe cannot. */
  private @Nullable String readLine() throws IOException, InterruptedException {
    FutureTask<@Nullable String> line = new FutureTask<>(words::readLine);
    Thread.ofPlatform().daemon().name("bench-child-words").start(line);
    try {
      return line.get();
    } catch (ExecutionException e) {
      throw new IOException("a process of the benchmark cannot be heard", e.getCause());
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
