package org.medicscribe.gateway;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.gateway.engine.Engines;
import org.medicscribe.gateway.engine.EnginesResource.Answer;

/** The service starts before everything around it does. */
@QuarkusTest
@TestProfile(KafkaAwayTest.Away.class)
@SuppressWarnings("NullAway.Init")
class KafkaAwayTest {

  @Inject Engines engines;
  @Inject ObjectMapper json;

  /** Leaves out the broker that all other tests share. */
  public static final class Away implements QuarkusTestProfile {

    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "kafka.bootstrap.servers",
          "127.0.0.1:1",
          "test.jwks-url",
          "http://127.0.0.1:1/jwks",
          "STORAGE_URL",
          "http://127.0.0.1:1",
          "TRANSCRIPTION_URL",
          "http://127.0.0.1:1",
          "SOAP_NOTE_URL",
          "http://127.0.0.1:1");
    }
  }

  @Test
  void shouldSayThatTheEnginesAreNotKnown() throws Exception {
    var told = new Answer(engines.transcription(), engines.note(), engines.languages());
    assertThat(json.writeValueAsString(told)).isEqualTo("{}");
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
