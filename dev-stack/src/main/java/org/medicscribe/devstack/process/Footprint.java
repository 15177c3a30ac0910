package org.medicscribe.devstack.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a process and its children hold and have used.
 *
 * @param residentBytes memory in use. On Linux shared pages are divided among those who share them,
 *     so that the parts add up to the whole; elsewhere the resident set
 * @param cpu processor time since the start of each process
 */
public record Footprint(long residentBytes, Duration cpu) {

  public static final Footprint NONE = new Footprint(0, Duration.ZERO);

  public static Footprint of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .map(Footprint::alone)
        .reduce(NONE, Footprint::plus);
  }

  /** The process without its children. */
  public static Footprint alone(ProcessHandle process) {
    return new Footprint(residentBytes(process.pid()), cpu(process));
  }

  public Footprint plus(Footprint other) {
    return new Footprint(residentBytes + other.residentBytes, cpu.plus(other.cpu));
  }

  private static Duration cpu(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static long residentBytes(long pid) {
    Path shares = Path.of("/proc", Long.toString(pid), "smaps_rollup");
    try {
      if (Files.exists(shares)) {
        try (Stream<String> lines = Files.lines(shares)) {
          return lines
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(Footprint::kibibytes)
              .findFirst()
              .orElse(0);
        }
      }
      Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
      String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return answer.isBlank() ? 0 : Long.parseLong(answer.strip()) * 1024;
    } catch (IOException gone) {
      return 0;
    }
  }

  private static long kibibytes(String line) {
    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
  }
}
