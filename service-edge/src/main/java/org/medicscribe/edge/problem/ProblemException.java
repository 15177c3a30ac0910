package org.medicscribe.edge.problem;

import org.medicscribe.edge.catalogue.ProblemType;

/** Ends a request with a problem; for HTTP adapters, domain code returns its refusals. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(ProblemType type) {
    this(Problem.of(type));
  }

  public ProblemException(Problem problem) {
    // A refusal is an answer, not a defect: nobody reads its stack.
    super(problem.name(), null, false, false);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}
