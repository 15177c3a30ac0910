package org.medicscribe.transcription;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service starts before Kafka does. */
@QuarkusTest
@TestProfile(KafkaAwayTest.Away.class)
class KafkaAwayTest {

  /** Leaves out the broker that all other tests share. */
  public static final class Away implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kafka.bootstrap.servers", "127.0.0.1:1", "deepgram.api-key", "a-key");
    }
  }

  @Test
  void shouldLiveAndSayThatKafkaIsMissing() {
    get("/health/live").then().statusCode(200);
    get("/health/ready")
        .then()
        .statusCode(503)
        .body("checks.findAll { it.status == 'DOWN' }.name", hasItem("kafka"));
  }
}
