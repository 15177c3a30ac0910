package org.medicscribe.simulators.deepgram;

/** What the provider is used to say with a status; source: its public pages on errors. */
record Refusal(String code, String message) {

  static Refusal of(int status) {
    return switch (status) {
      case 400 -> new Refusal("Bad Request", "Bad Request");
      case 401 -> new Refusal("INVALID_AUTH", "Invalid credentials.");
      case 402 ->
          new Refusal(
              "ASR_PAYMENT_REQUIRED",
              "Project does not have enough credits for an ASR request and does not have an"
                  + " overage agreement.");
      case 403 ->
          new Refusal(
              "INSUFFICIENT_PERMISSIONS", "Project does not have access to the requested model.");
      case 429 -> new Refusal("TOO_MANY_REQUESTS", "Too many requests. Please try again later.");
      case 503 -> new Refusal("SERVICE_UNAVAILABLE", "The service is temporarily unavailable.");
      case 504 -> new Refusal("GATEWAY_TIMEOUT", "The service did not answer in time.");
      default -> new Refusal("INTERNAL_SERVER_ERROR", "Internal server error.");
    };
  }
}
