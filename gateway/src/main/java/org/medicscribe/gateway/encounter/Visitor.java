package org.medicscribe.gateway.encounter;

import java.time.Instant;
import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;

/**
 * A signed-in caller at the door of one encounter, with the token to show to storage-service.
 *
 * @param expiry when the token ends
 */
public record Visitor(EncounterId encounterId, Caller caller, String token, Instant expiry) {

  @Override
  public String toString() {
    return "Visitor[" + encounterId + "]";
  }
}
