package org.medicscribe.audiofiles;

import java.util.ArrayList;
import java.util.List;
import org.medicscribe.events.SampleIndex;

/**
 * What a person should know about a file that was read.
 *
 * @param missing samples that the file promises and does not hold; they belong behind its last
 * @param remarks one for each thing that is not as one would expect
 */
public record Findings(long missing, List<Remark> remarks) {

  public static final Findings NONE = new Findings(0, List.of());

  /**
   * One thing that was noticed.
   *
   * @param code for programs, stable
   * @param sentence for people
   */
  public record Remark(String code, String sentence) {}

  public Findings {
    remarks = List.copyOf(remarks);
  }

  /** Says in words too that something is missing. */
  public static Findings of(long missing, List<Remark> remarks) {
    Findings findings = new Findings(missing, remarks);
    return missing == 0
        ? findings
        : findings.with(
            new Remark(
                "cut-off",
                "The file ends %.1f s before the end that it promises; what is there was taken."
                    .formatted(Math.max(0.1, SampleIndex.of(missing).toSeconds()))));
  }

  public Findings with(Remark remark) {
    List<Remark> more = new ArrayList<>(remarks);
    more.add(remark);
    return new Findings(missing, more);
  }
}
