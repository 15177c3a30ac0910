package org.medicscribe.soapnote;

import static io.restassured.RestAssured.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The service starts before Kafka does, and before the server that drafts. */
@QuarkusTest
@TestProfile(KafkaAwayIT.Away.class)
class KafkaAwayIT {

  /** Leaves out the broker that all other tests share. */
  public static final class Away implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      // A model is loaded once for each virtual machine, and the other tests need it.
      return Map.of(
          "kafka.bootstrap.servers", "127.0.0.1:1", "OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
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

  @Test
  void shouldSayThatWordsLeaveToAServerWithoutAKey() {
    get("/api/engine")
        .then()
        .statusCode(200)
        .body("name", equalTo("openai-compatible gpt-4.1"))
        .body("embedded", equalTo(false))
        .body("languages", contains("en", "es"));
  }
}
