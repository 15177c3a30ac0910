package org.medicscribe.gateway.surroundings;

import java.util.HashMap;
import java.util.Map;

/** The gateway as it is shipped, with a real broker, an issuer, and storage-service's manners. */
public record PackagedSurroundings(
    LocalKafka kafka, LocalIssuer issuer, StorageStandIn storage, PackagedGateway gateway)
    implements AutoCloseable {

  /** Starts them all, the gateway with so much heap and these settings beside the usual ones. */
  public static PackagedSurroundings start(int heapMegabytes, Map<String, String> settings)
      throws Exception {
    LocalKafka kafka = LocalKafka.start();
    LocalIssuer issuer = LocalIssuer.start();
    StorageStandIn storage = StorageStandIn.start();
    Map<String, String> all = new HashMap<>(settings);
    all.put("kafka.bootstrap.servers", kafka.bootstrap());
    all.put("kafka.security.protocol", "PLAINTEXT");
    all.put("OIDC_ISSUER", LocalIssuer.ISSUER);
    all.put("OIDC_JWKS_URL", issuer.jwksUrl());
    all.put("STORAGE_URL", storage.url());
    all.put("ENABLE_RATE_LIMITING", "false");
    return new PackagedSurroundings(
        kafka, issuer, storage, PackagedGateway.start(heapMegabytes, all));
  }

  @Override
  public void close() {
    gateway.close();
    storage.close();
    issuer.close();
    kafka.close();
  }
}
