package org.medicscribe.storage.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Neither Kafka nor PostgreSQL when the service starts; PostgreSQL when the test says so. */
public final class LateDatabase implements QuarkusTestResourceLifecycleManager {

  private static EmbeddedPostgres postgres;
  private static int port;

  /** Leaves out the parts that all other tests share. */
  public static final class Profile implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(LateDatabase.class));
    }
  }

  public static void startPostgres() throws IOException {
    postgres = EmbeddedPostgres.builder().setPort(port).start();
  }

  @Override
  public Map<String, String> start() {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
      Path folder = Files.createTempDirectory("storage-service-late");
      return Map.ofEntries(
          Map.entry("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1"),
          Map.entry(
              "quarkus.datasource.reactive.url", "postgresql://127.0.0.1:" + port + "/postgres"),
          Map.entry("quarkus.datasource.password", "service"),
          Map.entry("DATABASE_OWNER_USERNAME", "postgres"),
          Map.entry("DATABASE_OWNER_PASSWORD", "postgres"),
          Map.entry("UPLOAD_FOLDER", folder.resolve("uploads").toString()),
          Map.entry("NOTES_FOLDER", folder.resolve("notes").toString()),
          Map.entry("MASTER_KEY_FILE", folder.resolve("master.key").toString()),
          Map.entry("MASTER_KEY_CREATE", "true"),
          Map.entry("SIGNING_KEY_FILE", folder.resolve("signing.key").toString()),
          Map.entry("SIGNING_KEY_CREATE", "true"),
          Map.entry("AUDIT_HEADS_FILE", folder.resolve("heads.jsonl").toString()),
          Map.entry("JWT_SECRET", Tokens.SECRET),
          Map.entry("OIDC_ISSUER", Tokens.ISSUER));
    } catch (IOException e) {
      throw new IllegalStateException("the parts of the test do not start", e);
    }
  }

  @Override
  public void stop() {
    try {
      if (postgres != null) {
        postgres.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the parts of the test do not stop", e);
    }
  }
}
