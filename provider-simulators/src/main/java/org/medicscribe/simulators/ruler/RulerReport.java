package org.medicscribe.simulators.ruler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a stretch of audio turned out to be: an account of every sample.
 *
 * <p>Grows with the number of breaks in the audio, not with its length. Belongs to one thread.
 */
public final class RulerReport implements RulerReader.Listener {

  /**
   * Ruler audio without a break: {@code [position, end)} of a session, at {@code at} in the stream.
   */
  public record Run(int session, long position, long at, long samples) {

    public long end() {
      return position + samples;
    }

    private boolean isFollowedBy(int nextSession, long nextPosition, long nextAt) {
      return session == nextSession && end() == nextPosition && at + samples == nextAt;
    }

    @Override
    public String toString() {
      return "[" + position + ", " + end() + ")";
    }
  }

  private final List<Run> runs = new ArrayList<>();
  private long foreign;

  public static RulerReport of(byte[] pcm) {
    RulerReport report = new RulerReport();
    RulerReader reader = new RulerReader(report);
    reader.read(pcm);
    reader.flush();
    return report;
  }

  /** The account as it stands now. */
  public RulerReport copy() {
    RulerReport copy = new RulerReport();
    copy.runs.addAll(runs);
    copy.foreign = foreign;
    return copy;
  }

  @Override
  public void ruler(int session, long position, long at, int samples) {
    if (!runs.isEmpty() && runs.getLast().isFollowedBy(session, position, at)) {
      Run last = runs.removeLast();
      runs.add(new Run(session, last.position, last.at, last.samples + samples));
    } else {
      runs.add(new Run(session, position, at, samples));
    }
  }

  @Override
  public void foreign(long at, short[] samples, int from, int count) {
    foreign += count;
  }

  /** In the order of the stream. */
  public List<Run> runs() {
    return List.copyOf(runs);
  }

  public Set<Integer> sessions() {
    return runs.stream().map(Run::session).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Samples that are no ruler. */
  public long foreign() {
    return foreign;
  }

  /** Samples of {@code [0, total)} that are nowhere in the stream. */
  public long lost(int session, long total) {
    long covered = 0;
    long lost = 0;
    for (Run run : sorted(session)) {
      long start = Math.min(run.position, total);
      lost += Math.max(0, start - covered);
      covered = Math.max(covered, Math.min(run.end(), total));
    }
    return lost + Math.max(0, total - covered);
  }

  /** Samples that came again; a sample that came three times counts twice. */
  public long doubled(int session) {
    long covered = 0;
    long doubled = 0;
    for (Run run : sorted(session)) {
      doubled += Math.max(0, Math.min(run.end(), covered) - run.position);
      covered = Math.max(covered, run.end());
    }
    return doubled;
  }

  /** Runs that begin before the end of what came earlier. */
  public long reordered(int session) {
    long covered = 0;
    long reordered = 0;
    for (Run run : runs) {
      if (run.session == session) {
        reordered += run.position < covered ? 1 : 0;
        covered = Math.max(covered, run.end());
      }
    }
    return reordered;
  }

  /** Whether the stream is {@code [0, total)} of this session, once, in order and nothing else. */
  public boolean isExactly(int session, long total) {
    return runs.equals(total == 0 ? List.of() : List.of(new Run(session, 0, 0, total)))
        && foreign == 0;
  }

  private List<Run> sorted(int session) {
    return runs.stream()
        .filter(run -> run.session == session)
        .sorted(Comparator.comparingLong(Run::position))
        .toList();
  }

  @Override
  public String toString() {
    String sessions =
        sessions().stream()
            .map(session ->
                "session %d: %s, doubled %d, reordered %d"
                    .formatted(
                        session,
                        runs.stream()
                            .filter(run -> run.session == session)
                            .limit(20)
                            .map(Run::toString)
                            .collect(Collectors.joining(" ")),
                        doubled(session),
                        reordered(session)))
            .collect(Collectors.joining("; "));
    return (sessions.isEmpty() ? "no ruler" : sessions) + "; foreign samples " + foreign;
  }
}
