package org.medicscribe.gateway.socket;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.medicscribe.events.EncounterId;
import org.medicscribe.gateway.encounter.Visitors;

/** Notes who comes for which encounter while the request is still HTTP. */
@Singleton
class VisitorCheck implements HttpUpgradeCheck {

  private static final int NOT_FOUND = 404;

  private final Visitors visitors;

  VisitorCheck(Visitors visitors) {
    this.visitors = visitors;
  }

  @Override
  public boolean appliesTo(String endpointId) {
    return endpointId.equals(RecordingSocket.ID);
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
    Optional<EncounterId> encounter = EncounterId.parse(upgrade.pathParam("id"));
    if (encounter.isEmpty()) {
      return CheckResult.rejectUpgrade(NOT_FOUND);
    }
    return upgrade
        .securityIdentity()
        .map(identity -> visitors.of(encounter.get(), identity))
        .invoke(visitor -> upgrade.userData().put(RecordingSocket.VISITOR, visitor))
        .chain(_ -> CheckResult.permitUpgrade());
  }
}
