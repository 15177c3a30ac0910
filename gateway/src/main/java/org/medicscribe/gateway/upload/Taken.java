package org.medicscribe.gateway.upload;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.medicscribe.audiofiles.Findings.Remark;

/**
 * What is safe now.
 *
 * @param totalSamples where the recording ends, what is missing included
 * @param missingSamples of a file that is cut off: a gap before the end
 * @param remarks what a person should know about the file
 */
@RegisterForReflection(targets = {Taken.class, Remark.class})
record Taken(long totalSamples, long missingSamples, List<Remark> remarks) {

  static Taken of(Upload.Outcome.Safe safe) {
    return new Taken(safe.total().value(), safe.findings().missing(), safe.findings().remarks());
  }
}
