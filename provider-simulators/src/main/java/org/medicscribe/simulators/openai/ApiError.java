package org.medicscribe.simulators.openai;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The provider's error object; messages and codes as the service gives them. */
record ApiError(
    int status, String message, String type, @Nullable String param, @Nullable String code) {

  static final String INVALID_REQUEST = "invalid_request_error";

  static ApiError invalid(String message, @Nullable String param, @Nullable String code) {
    return new ApiError(400, message, INVALID_REQUEST, param, code);
  }

  static ApiError modelNotFound(String model) {
    return new ApiError(
        404,
        "The model `" + model + "` does not exist or you do not have access to it.",
        INVALID_REQUEST,
        null,
        "model_not_found");
  }

  /** The usual error of a status; a 429 is a matter of pace unless the code says otherwise. */
  static ApiError of(int status, @Nullable String code) {
    return switch (status) {
      case 401 ->
          new ApiError(
              401,
              "Incorrect API key provided. You can find your API key at"
                  + " https://platform.openai.com/account/api-keys.",
              INVALID_REQUEST,
              null,
              code == null ? "invalid_api_key" : code);
      case 403 ->
          new ApiError(
              403,
              "Country, region, or territory not supported",
              "request_forbidden",
              null,
              code == null ? "unsupported_country_region_territory" : code);
      case 429 ->
          "insufficient_quota".equals(code)
              ? new ApiError(
                  429,
                  "You exceeded your current quota, please check your plan and billing details.",
                  "insufficient_quota",
                  null,
                  "insufficient_quota")
              : new ApiError(
                  429,
                  "Rate limit reached for requests. Please try again later.",
                  "requests",
                  null,
                  code == null ? "rate_limit_exceeded" : code);
      case 500 ->
          new ApiError(
              500,
              "The server had an error while processing your request. Sorry about that!",
              "server_error",
              null,
              code);
      case 503 ->
          new ApiError(
              503,
              "The engine is currently overloaded, please try again later.",
              "server_error",
              null,
              code);
      default -> new ApiError(status, "The request failed.", INVALID_REQUEST, null, code);
    };
  }

  Map<String, Object> toJson() {
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("type", type);
    error.put("param", param);
    error.put("code", code);
    return Map.of("error", error);
  }
}
