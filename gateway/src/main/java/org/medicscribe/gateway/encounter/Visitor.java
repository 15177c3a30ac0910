package org.medicscribe.gateway.encounter;

import org.medicscribe.edge.identity.Caller;
import org.medicscribe.events.EncounterId;

/** A signed-in caller at the door of one encounter, with the token to show to storage-service. */
public record Visitor(EncounterId encounterId, Caller caller, String token) {

  @Override
  public String toString() {
    return "Visitor[" + encounterId + "]";
  }
}
