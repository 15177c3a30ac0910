package org.medicscribe.devstack.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.devstack.broker.KafkaKeys;
import org.medicscribe.devstack.ports.PortPlan;

class ServiceEnvironmentTest {

  private static ServiceEnvironment environment(Map<String, String> additional) {
    return new ServiceEnvironment(
        PortPlan.standard().shifted(10),
        new ServiceEnvironment.Database("jdbc:postgresql://db", "postgresql://db", "o", "u", "p"),
        new ServiceEnvironment.Folders(
            Path.of("/d/audio"),
            Path.of("/d/notes"),
            new ServiceEnvironment.Keys(
                Path.of("/d/key.json"), Path.of("/d/signing"), Path.of("/d/heads")),
            new KafkaKeys(Path.of("/d/kafka")),
            Path.of("/m")),
        Engines.EMBEDDED,
        additional);
  }

  @Test
  void shouldTellAServiceWhereEverythingIs() {
    Map<String, String> environment =
        environment(Map.of()).of(new ServiceId(ServiceKind.GATEWAY, 1));

    assertThat(environment)
        .containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1")
        .containsEntry("QUARKUS_HTTP_PORT", "8110")
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:19102")
        .containsEntry("KAFKA_SSL_KEYSTORE_LOCATION", "/d/kafka/gateway.pem")
        .containsEntry("KAFKA_SSL_TRUSTSTORE_LOCATION", "/d/kafka/authority.pem")
        .containsEntry("OIDC_ISSUER", "http://127.0.0.1:8014/medic-scribe")
        .containsEntry("OIDC_AUDIENCE", "medic-scribe")
        .containsEntry("STORAGE_URL", "http://127.0.0.1:8013")
        .containsEntry("TRANSCRIPTION_URL", "http://127.0.0.1:8011")
        .containsEntry("SOAP_NOTE_URL", "http://127.0.0.1:8012")
        .containsEntry("CORS_ORIGINS", "http://localhost:8090,http://127.0.0.1:8090")
        .containsEntry("UPLOAD_FOLDER", "/d/audio")
        .containsEntry("MASTER_KEY_FILE", "/d/key.json")
        .containsEntry("SIGNING_KEY_FILE", "/d/signing")
        .containsEntry("AUDIT_HEADS_FILE", "/d/heads")
        .containsEntry("DATABASE_OWNER_USERNAME", "o")
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "u");
  }

  @Test
  void shouldLetTheCallerHaveTheLastWord() {
    Map<String, String> environment =
        environment(Map.of("CORS_ORIGINS", "http://elsewhere"))
            .of(ServiceId.first(ServiceKind.STORAGE));

    assertThat(environment).containsEntry("CORS_ORIGINS", "http://elsewhere");
  }

  @Test
  void shouldGiveEachServiceItsShareOfTheProcessors() {
    assertThat(ServiceEnvironment.eventLoops(1)).isEqualTo(1);
    assertThat(ServiceEnvironment.eventLoops(2)).isEqualTo(1);
    assertThat(ServiceEnvironment.eventLoops(16)).isEqualTo(4);
  }
}
