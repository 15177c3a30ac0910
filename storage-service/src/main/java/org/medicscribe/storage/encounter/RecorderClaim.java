package org.medicscribe.storage.encounter;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medicscribe.edge.catalogue.ProblemType;

/**
 * A wish to be the one that sends a visit's audio.
 *
 * @param whole whether it brings a finished recording, which shares the visit with no other
 */
public record RecorderClaim(String recorderId, boolean takeOver, boolean whole) {

  /**
   * What decides about a claim.
   *
   * @param recorderId who holds the recording now
   * @param whole whether the holder brings a finished recording
   * @param lastSign when the holder was last heard of, by its claim or by its audio
   */
  public record Desk(
      boolean withdrawn,
      boolean consentGranted,
      boolean ended,
      @Nullable String recorderId,
      boolean whole,
      @Nullable Instant lastSign) {}

  /**
   * Why the claim is refused; empty when it is granted.
   *
   * @param silence a holder not heard of for this long has lost the recording
   */
  public Optional<ProblemType> refusal(Desk desk, Instant now, Duration silence) {
    if (desk.withdrawn()) {
      return Optional.of(ProblemType.CONSENT_WITHDRAWN);
    }
    if (!desk.consentGranted()) {
      return Optional.of(ProblemType.NO_CONSENT);
    }
    if (desk.ended()) {
      return Optional.of(ProblemType.RECORDING_ENDED);
    }
    if (desk.recorderId() == null || desk.recorderId().equals(recorderId)) {
      return Optional.empty();
    }
    if (whole || desk.whole()) {
      return Optional.of(ProblemType.ANOTHER_RECORDING);
    }
    boolean free =
        takeOver || desk.lastSign() == null || !now.isBefore(desk.lastSign().plus(silence));
    return free ? Optional.empty() : Optional.of(ProblemType.ANOTHER_RECORDER);
  }
}
