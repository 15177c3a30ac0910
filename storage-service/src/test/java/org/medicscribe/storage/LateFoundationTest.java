package org.medicscribe.storage;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.LateDatabase;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@TestProfile(LateDatabase.Profile.class)
class LateFoundationTest {

  private static final String DOWN = "checks.findAll { it.status == 'DOWN' }.name";

  @Inject MeterRegistry metrics;

  private final String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");

  @Test
  void shouldLiveWithoutItsFoundationNameWhatIsMissingAndMakeTheSchemaWhenItCan() throws Exception {
    // Given
    get("/health/live").then().statusCode(200);
    get("/health/ready").then().statusCode(503).body(DOWN, hasItems("kafka", "database schema"));
    Visit.as(rivera)
        .get("/api/encounters")
        .then()
        .statusCode(503)
        .body("type", endsWith("/storage-unavailable"));

    // When
    LateDatabase.startPostgres();

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> get("/health/ready").then().body(DOWN, equalTo(java.util.List.of("kafka"))));
    Visit.as(rivera).get("/api/encounters").then().statusCode(200);
    assertThat(metrics.get("scribe.outbox.failures").counter().count()).isZero();
  }
}
