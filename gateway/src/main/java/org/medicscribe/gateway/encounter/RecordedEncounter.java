package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.gateway.session.Holder;

/** The part of an encounter that matters to whoever records it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordedEncounter(
    EncounterId id,
    String language,
    @Nullable List<String> keyTerms,
    @Nullable Recording recording,
    @Nullable Owner owner) {

  /**
   * There once somebody has claimed to record it.
   *
   * @param from the first sample that is for this recorder; absent while what its predecessor sent
   *     is still being stored
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Recording(String recorderId, @Nullable Long claim, @Nullable SampleIndex from) {}

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

  boolean isHeldBy(String recorderId) {
    return recording != null && recording.recorderId().equals(recorderId);
  }

  /** Where its recorder begins, as soon as that is known. */
  public Optional<SampleIndex> begin() {
    return Optional.ofNullable(recording).map(Recording::from);
  }

  /** Who records it; there must be somebody. */
  public Holder holder() {
    if (recording == null) {
      throw new IllegalStateException("nobody has claimed " + id);
    }
    return Holder.granted(recording.recorderId(), recording.claim());
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
