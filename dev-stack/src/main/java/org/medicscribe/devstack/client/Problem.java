package org.medicscribe.devstack.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A refusal in the words of the service (RFC 9457).
 *
 * @param code the last step of its stable type
 */
public record Problem(String code, String title, String detail, int status) {

  static Problem of(JsonNode json) {
    String type = json.path("type").asText("unknown");
    return new Problem(
        type.substring(type.lastIndexOf('/') + 1),
        json.path("title").asText(""),
        json.path("detail").asText(""),
        json.path("status").asInt());
  }

  public String sentence() {
    return detail.isBlank() ? title : title.isBlank() ? detail : title + ". " + detail;
  }
}
