package org.medicscribe.storage.encounter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EncounterState;
import org.medicscribe.events.EngineName;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.storage.encounter.Consent.Decision;
import org.medicscribe.storage.encounter.Consent.GivenBy;
import org.medicscribe.storage.encounter.Consent.Method;

/** A visit as it is shown to the clinician it belongs to. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Encounter(
    EncounterId id,
    Owner owner,
    String patientLabel,
    @Nullable String visitType,
    String language,
    String template,
    List<String> keyTerms,
    EncounterState state,
    Instant createdAt,
    @Nullable ConsentGiven consent,
    @Nullable Recording recording,
    Coverage coverage,
    @Nullable Engines engines,
    @Nullable Review review,
    @Nullable PatientIdentity patient) {

  /** Whose it is; the gateway compares it with the token it was asked with. */
  public record Owner(String subject, String tenant) {}

  /** The latest decision. */
  public record ConsentGiven(
      Decision decision, Method method, GivenBy givenBy, Instant recordedAt) {}

  /**
   * The recording, once somebody has claimed it.
   *
   * @param claim how often somebody has claimed it; the number of the claim that holds
   * @param from the first sample that is for this recorder; null while what its predecessor sent is
   *     still being stored
   * @param stopReason null while it goes on
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Recording(
      @Nullable String recorderId,
      long claim,
      @Nullable SampleIndex from,
      Instant startedAt,
      @Nullable StopReason stopReason) {}

  /**
   * What the recorder says it captured, against what is safe and what has been listened to.
   *
   * @param recordedSamples null until the recording has ended
   * @param storedGaps missing before the end, as far as the end is known
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Coverage(
      @Nullable Long recordedSamples,
      long storedSamples,
      long transcribedSamples,
      List<SampleRange> storedGaps,
      List<SampleRange> transcriptGaps) {}

  /** What listened. */
  public record Engines(EngineName transcription) {}

  /** What waits for a decision, once there is a note. */
  public record Review(int unsupported, int omissions) {}

  @Override
  public String toString() {
    return "Encounter[" + id + ", " + state + "]";
  }
}
