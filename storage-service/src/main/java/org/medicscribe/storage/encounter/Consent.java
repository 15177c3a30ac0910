package org.medicscribe.storage.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A decision about being recorded.
 *
 * @param wording what was asked or answered; patient text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Consent(
    Decision decision,
    Method method,
    GivenBy givenBy,
    @Nullable String wording,
    Instant recordedAt) {

  /** What was decided. */
  public enum Decision {
    @JsonProperty("granted")
    GRANTED,
    @JsonProperty("withdrawn")
    WITHDRAWN
  }

  /** How it was decided. */
  public enum Method {
    @JsonProperty("spoken")
    SPOKEN,
    @JsonProperty("written")
    WRITTEN,
    @JsonProperty("on-file")
    ON_FILE
  }

  /** Who decided. */
  public enum GivenBy {
    @JsonProperty("patient")
    PATIENT,
    @JsonProperty("representative")
    REPRESENTATIVE
  }

  @Override
  public String toString() {
    return "Consent[" + decision + ", " + method + ", " + givenBy + "]";
  }
}
