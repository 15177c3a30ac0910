package org.medicscribe.edge.problem;

import org.medicscribe.edge.catalogue.ProblemType;

/** The problems that any door may answer with. */
public final class Problems {

  public static final Problem SIGN_IN = Problem.of(ProblemType.SIGN_IN);
  public static final Problem FORBIDDEN = Problem.of(ProblemType.FORBIDDEN);
  public static final Problem ISSUER_UNAVAILABLE = Problem.of(ProblemType.ISSUER_UNAVAILABLE);
  public static final Problem MALFORMED_JSON = Problem.of(ProblemType.MALFORMED_JSON);

  private Problems() {}

  /** The plain problem for a status that says all there is to say. */
  public static Problem ofStatus(int status) {
    ProblemType type =
        switch (status) {
          case 401 -> ProblemType.SIGN_IN;
          case 403 -> ProblemType.FORBIDDEN;
          case 404 -> ProblemType.NOT_FOUND;
          case 405 -> ProblemType.METHOD_NOT_ALLOWED;
          case 406 -> ProblemType.NOT_ACCEPTABLE;
          case 408 -> ProblemType.TOO_SLOW;
          case 413 -> ProblemType.TOO_LARGE;
          case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
          case 429 -> ProblemType.TOO_MANY_REQUESTS;
          case 431 -> ProblemType.HEADERS_TOO_LARGE;
          case 503 -> ProblemType.UNAVAILABLE;
          default -> status < 500 ? ProblemType.BAD_REQUEST : ProblemType.INTERNAL;
        };
    return Problem.of(type).withStatus(status);
  }

  /** A defect of ours; the reference leads from the user's screen to the log. */
  public static Problem defect(String reference) {
    return Problem.of(ProblemType.INTERNAL)
        .advising("Try again; if it stays, report the reference.")
        .with("reference", reference);
  }
}
