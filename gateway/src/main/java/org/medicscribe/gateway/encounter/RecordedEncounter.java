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

  /** Whose encounter it is, seen from a caller. */
  enum Ownership {
    OWN,
    FOREIGN,
    /** What answered does not say whose it is, so it cannot be storage-service as agreed. */
    UNNAMED
  }

  public RecordingSettings settings() {
    return new RecordingSettings(language, keyTerms == null ? List.of() : keyTerms);
  }

  /** Whether anybody has ever recorded it. */
  public boolean hasRecording() {
    return recording != null;
  }

  /** storage-service has decided already; this is the second lock on the same door. */
  Ownership ownershipOf(Caller caller) {
    if (owner == null) {
      return Ownership.UNNAMED;
    }
    return owner.subject().equals(caller.subject()) && owner.tenant().equals(caller.tenant())
        ? Ownership.OWN
        : Ownership.FOREIGN;
  }

  @Override
  public String toString() {
    return "RecordedEncounter[" + id + "]";
  }
}
