package org.medicscribe.storage.encounter;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Arrays;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.edge.identity.CallerReader;
import org.medicscribe.edge.identity.Role;
import org.medicscribe.edge.problem.ProblemException;
import org.medicscribe.edge.problem.Problems;

/** The caller of a door behind which patients are: a clinician, or nobody. */
@RequestScoped
public class Clinician {

  private final CallerReader callers;
  private final SecurityIdentity identity;

  Clinician(CallerReader callers, SecurityIdentity identity) {
    this.callers = callers;
    this.identity = identity;
  }

  public Caller caller() {
    return callerWith(Role.CLINICIAN);
  }

  /** For the doors behind which others may look too: a caller with one of these roles. */
  public Caller callerWith(Role... roles) {
    Caller caller = callers.callerOf(identity);
    if (Arrays.stream(roles).noneMatch(caller::is)) {
      throw new ProblemException(Problems.FORBIDDEN);
    }
    return caller;
  }
}
