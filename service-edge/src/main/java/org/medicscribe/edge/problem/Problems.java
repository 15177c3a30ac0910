package org.medicscribe.edge.problem;

/** The problems that any door may answer with. */
public final class Problems {

  public static final Problem SIGN_IN =
      Problem.of(
          "sign-in",
          401,
          "Nobody is signed in",
          "Sign in again; what is already saved stays saved.");

  public static final Problem FORBIDDEN =
      Problem.of(
          "forbidden",
          403,
          "Your role does not allow this",
          "Ask the administrator of your clinic for the role you need.");

  public static final Problem ISSUER_UNAVAILABLE =
      Problem.of(
          "issuer-unavailable",
          503,
          "Sign-in cannot be checked right now",
          "The sign-in service does not answer. Try again in a moment.");

  public static final Problem MALFORMED_JSON =
      Problem.of(
          "malformed-json",
          400,
          "The request is not the JSON that is expected here",
          "Check the fields and their types.");

  private Problems() {}

  /** The plain problem for a status that says all there is to say. */
  public static Problem ofStatus(int status) {
    return switch (status) {
      case 401 -> SIGN_IN;
      case 403 -> FORBIDDEN;
      case 404 ->
          Problem.of(
              "not-found", 404, "There is nothing here", "Check the address of the request.");
      case 405 ->
          Problem.of(
              "method-not-allowed",
              405,
              "This cannot be done here",
              "Check the method of the request.");
      case 406 ->
          Problem.of("not-acceptable", 406, "No such representation", "Ask for application/json.");
      case 408 ->
          Problem.of(
              "too-slow",
              408,
              "The request came too slowly",
              "Try again over a better connection.");
      case 413 -> Problem.of("too-large", 413, "The request is too large", "Send less at a time.");
      case 415 ->
          Problem.of(
              "unsupported-media-type",
              415,
              "This kind of content is not understood",
              "Check the Content-Type of the request.");
      case 429 ->
          Problem.of(
              "too-many-requests", 429, "Too many requests", "Wait a moment, then try again.");
      case 431 ->
          Problem.of(
              "headers-too-large",
              431,
              "A header is too long",
              "Check the headers of the request.");
      case 503 ->
          Problem.of(
              "unavailable", 503, "This is not available right now", "Try again in a moment.");
      default ->
          status < 500
              ? Problem.of(
                  "bad-request", status, "The request is not understood", "Check what was sent.")
              : Problem.of("internal", status, "Something went wrong on our side", "Try again.");
    };
  }

  /** A defect of ours; the reference leads from the user's screen to the log. */
  public static Problem defect(String reference) {
    return Problem.of(
            "internal",
            500,
            "Something went wrong on our side",
            "Try again; if it stays, report the reference.")
        .with("reference", reference);
  }
}
