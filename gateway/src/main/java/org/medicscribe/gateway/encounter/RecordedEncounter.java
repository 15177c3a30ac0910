package org.medicscribe.gateway.encounter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.gateway.session.Holder;
import org.medicscribe.gateway.session.RefusalReason;

/** The part of an encounter that matters to whoever records it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RecordedEncounter(
    EncounterId id,
    @Nullable EncounterState state,
    String language,
    @Nullable List<String> keyTerms,
    @Nullable Consent consent,
    @Nullable Recording recording,
    @Nullable Coverage coverage,
    @Nullable Owner owner) {

  /**
   * There once somebody has claimed to record it.
   *
   * @param from the first sample that is for this recorder; absent while what its predecessor sent
   *     is still being stored
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Recording(
      String recorderId,
      @Nullable Long claim,
      @Nullable SampleIndex from,
      @Nullable String stopReason) {}

  /** The latest decision of the patient. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Consent(String decision) {
    boolean isGiven() {
      return "granted".equals(decision);
    }
  }

  /**
   * What is stored.
   *
   * @param storedSamples how many, wherever they lie
   * @param storedGaps what is missing between them
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Coverage(long storedSamples, @Nullable List<SampleRange> storedGaps) {

    SampleIndex unbroken() {
      return storedGaps == null || storedGaps.isEmpty()
          ? SampleIndex.of(storedSamples)
          : storedGaps.getFirst().start();
    }
  }

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

  /** Every sample before it is stored. */
  public SampleIndex stored() {
    return coverage == null ? SampleIndex.ZERO : coverage.unbroken();
  }

  /** Nothing is told of it any more. */
  public boolean isFinished() {
    return state == EncounterState.SIGNED || state == EncounterState.WITHDRAWN;
  }

  /**
   * Why a finished recording need not even be sent; whether it may be kept is decided when it is
   * known which one it is.
   */
  public Optional<RefusalReason> refusalOfFile() {
    if (state == EncounterState.WITHDRAWN) {
      return Optional.of(RefusalReason.CONSENT_WITHDRAWN);
    }
    if (consent == null || !consent.isGiven()) {
      return Optional.of(RefusalReason.NO_CONSENT);
    }
    return recording != null && recording.stopReason() != null
        ? Optional.of(RefusalReason.RECORDING_ENDED)
        : Optional.empty();
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
