package org.medicscribe.gateway.surroundings;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts what surrounds the gateway, and hands it to the fields of a test. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

  private @Nullable LocalKafka kafka;
  private @Nullable LocalIssuer issuer;
  private @Nullable StorageStandIn storage;
  private @Nullable EngineStandIn engines;

  @Override
  public Map<String, String> start() {
    try {
      LocalKafka broker = LocalKafka.start();
      LocalIssuer tokens = LocalIssuer.start();
      StorageStandIn records = StorageStandIn.start();
      EngineStandIn told = EngineStandIn.start();
      kafka = broker;
      issuer = tokens;
      storage = records;
      engines = told;
      return Map.of(
          "kafka.bootstrap.servers", broker.bootstrap(),
          "test.jwks-url", tokens.jwksUrl(),
          "STORAGE_URL", records.url(),
          "TRANSCRIPTION_URL", told.transcriptionUrl(),
          "SOAP_NOTE_URL", told.noteUrl());
    } catch (Exception failure) {
      throw new IllegalStateException("the surroundings do not start", failure);
    }
  }

  @Override
  public void stop() {
    try (LocalKafka _ = kafka;
        LocalIssuer _ = issuer;
        StorageStandIn _ = storage;
        EngineStandIn _ = engines) {
      kafka = null;
    }
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(kafka, new TestInjector.MatchesType(LocalKafka.class));
    injector.injectIntoFields(issuer, new TestInjector.MatchesType(LocalIssuer.class));
    injector.injectIntoFields(engines, new TestInjector.MatchesType(EngineStandIn.class));
    injector.injectIntoFields(storage, new TestInjector.MatchesType(StorageStandIn.class));
  }
}
