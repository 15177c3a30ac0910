package org.medicscribe.devstack.service;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.medicscribe.devstack.broker.KafkaKeys;
import org.medicscribe.devstack.issuer.Issuer;
import org.medicscribe.devstack.ports.Part;
import org.medicscribe.devstack.ports.PortPlan;

/**
 * The environment variables by which a service finds the rest of the suite. Every service gets them
 * all and reads its own, but for a provider's key and its key to Kafka, which only the service that
 * uses it is given; what else the caller's environment holds passes through.
 */
public record ServiceEnvironment(
    PortPlan ports,
    Database database,
    Folders folders,
    Engines engines,
    Map<String, String> additional) {

  /** How the services reach PostgreSQL, by both of their drivers and with both of their logins. */
  public record Database(
      String jdbcUrl, String reactiveUrl, String owner, String user, String password) {}

  /** Where they write, and what they keep apart from it. */
  public record Folders(Path audio, Path notes, Keys keys, KafkaKeys kafka, Path models) {}

  /** What no record holds and every record needs. */
  public record Keys(Path masterKey, Path signingKey, Path heads) {}

  public Map<String, String> of(ServiceId service) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put(
        "QUARKUS_HTTP_PORT",
        Integer.toString(ports.port(service.kind().part(), service.replica())));
    environment.put(
        "QUARKUS_VERTX_EVENT_LOOPS_POOL_SIZE",
        Integer.toString(eventLoops(Runtime.getRuntime().availableProcessors())));
    // The C library keeps a pool for each thread otherwise, and never gives them back.
    environment.put("MALLOC_ARENA_MAX", "2");
    environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.port(Part.KAFKA));
    environment.put(
        "KAFKA_SSL_KEYSTORE_LOCATION", folders.kafka().of(service.kind().module()).toString());
    environment.put("KAFKA_SSL_TRUSTSTORE_LOCATION", folders.kafka().authority().toString());
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl());
    environment.put("DATABASE_OWNER_USERNAME", database.owner());
    environment.put("DATABASE_OWNER_PASSWORD", database.password());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password());
    environment.put("OIDC_ISSUER", Issuer.url(ports.port(Part.ISSUER)));
    environment.put("OIDC_AUDIENCE", Issuer.AUDIENCE);
    environment.put("STORAGE_URL", ServiceId.first(ServiceKind.STORAGE).url(ports));
    environment.put("TRANSCRIPTION_URL", ServiceId.first(ServiceKind.TRANSCRIPTION).url(ports));
    environment.put("SOAP_NOTE_URL", ServiceId.first(ServiceKind.SOAP_NOTE).url(ports));
    environment.put("CORS_ORIGINS", corsOrigins());
    environment.put("UPLOAD_FOLDER", folders.audio().toString());
    environment.put("NOTES_FOLDER", folders.notes().toString());
    environment.put("MASTER_KEY_FILE", folders.keys().masterKey().toString());
    environment.put("MASTER_KEY_CREATE", "true");
    environment.put("SIGNING_KEY_FILE", folders.keys().signingKey().toString());
    environment.put("SIGNING_KEY_CREATE", "true");
    environment.put("AUDIT_HEADS_FILE", folders.keys().heads().toString());
    environment.put("MEDIC_SCRIBE_MODELS", folders.models().toString());
    environment.putAll(
        engines.environment(
            service.kind(),
            "ws://127.0.0.1:" + ports.port(Part.DEEPGRAM_SIMULATOR),
            "http://127.0.0.1:" + ports.port(Part.OPENAI_SIMULATOR) + "/v1"));
    environment.putAll(additional);
    return environment;
  }

  /** The services share the processors; more loops than that would only take turns on them. */
  static int eventLoops(int processors) {
    return Math.max(1, processors / ServiceKind.values().length);
  }

  private String corsOrigins() {
    int page = ports.port(Part.PAGE);
    return "http://localhost:%d,http://127.0.0.1:%d".formatted(page, page);
  }
}
