package org.medicscribe.simulators.openai;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.Map;

/** One request as the provider saw it. Written by the server's loop, read by any thread. */
public final class RequestRecord {

  /** How it ended. */
  public enum Outcome {
    RUNNING,
    COMPLETE,
    REFUSED,
    /** The provider broke off or fell silent. */
    BROKEN,
    /** The client went away first. */
    LEFT
  }

  private final String requestId;
  private final String path;
  private final Map<String, String> headers;
  private final Instant at = Instant.now();
  private volatile JsonNode body = MissingNode.getInstance();
  private volatile int status;
  private volatile Outcome outcome = Outcome.RUNNING;

  RequestRecord(String requestId, String path, Map<String, String> headers) {
    this.requestId = requestId;
    this.path = path;
    this.headers = headers;
  }

  @JsonProperty
  public String requestId() {
    return requestId;
  }

  @JsonProperty
  public String path() {
    return path;
  }

  /** Without any that hold a secret. */
  @JsonProperty
  public Map<String, String> headers() {
    return headers;
  }

  @JsonProperty
  public Instant at() {
    return at;
  }

  /** As it came; holds what the patient said, so it is never listed over HTTP. */
  @JsonIgnore
  public JsonNode body() {
    return body;
  }

  /** 0 when there was no answer. */
  @JsonProperty
  public int status() {
    return status;
  }

  @JsonProperty
  public Outcome outcome() {
    return outcome;
  }

  void body(JsonNode value) {
    body = value;
  }

  void status(int value) {
    status = value;
  }

  void end(Outcome value) {
    if (outcome == Outcome.RUNNING) {
      outcome = value;
    }
  }

  @Override
  public String toString() {
    return "RequestRecord[" + requestId + " " + path + " " + status + " " + outcome + "]";
  }
}
