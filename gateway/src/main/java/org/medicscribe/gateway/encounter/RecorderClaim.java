package org.medicscribe.gateway.encounter;

/**
 * A wish to be the one that sends a visit's audio.
 *
 * @param takeOver whether another recorder is to be replaced
 * @param whole whether it brings a finished recording, which shares the visit with no other
 */
public record RecorderClaim(String recorderId, boolean takeOver, boolean whole) {

  public static RecorderClaim live(String recorderId, boolean takeOver) {
    return new RecorderClaim(recorderId, takeOver, false);
  }

  public static RecorderClaim whole(String recorderId) {
    return new RecorderClaim(recorderId, false, true);
  }
}
