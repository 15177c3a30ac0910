package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;

/** The part of an encounter that matters to whoever records it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordedEncounter(
    EncounterId id,
    String language,
    @Nullable List<String> keyTerms,
    @Nullable Recording recording,
    @Nullable Owner owner) {

  /** There once somebody has claimed to record it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Recording(@Nullable String recorderId) {}

  /** Whose encounter it is. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Owner(String subject, String tenant) {}

  public RecordingSettings settings() {
    return new RecordingSettings(language, keyTerms == null ? List.of() : keyTerms);
  }

  /** Whether anybody has ever recorded it. */
  public boolean hasRecording() {
    return recording != null;
  }

  /** storage-service has decided already; this is the second lock on the same door. */
  boolean belongsTo(Caller caller) {
    return owner == null
        || (owner.subject().equals(caller.subject()) && owner.tenant().equals(caller.tenant()));
  }

  @Override
  public String toString() {
    return "RecordedEncounter[" + id + "]";
  }
}
