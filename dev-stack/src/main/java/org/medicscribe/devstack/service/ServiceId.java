package org.medicscribe.devstack.service;

import org.medicscribe.devstack.ports.PortPlan;

/**
 * One running instance of a service.
 *
 * @param replica counted from 0
 */
public record ServiceId(ServiceKind kind, int replica) {

  public static ServiceId first(ServiceKind kind) {
    return new ServiceId(kind, 0);
  }

  /** {@code gateway}, and {@code gateway-2} for its second replica. */
  public String label() {
    return replica == 0 ? kind.module() : kind.module() + "-" + (replica + 1);
  }

  public String url(PortPlan ports) {
    return "http://127.0.0.1:" + ports.port(kind.part(), replica);
  }
}
