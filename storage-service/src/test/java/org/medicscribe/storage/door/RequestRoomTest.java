package org.medicscribe.storage.door;

import static io.restassured.RestAssured.get;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.memory.StorageMemory;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class RequestRoomTest {

  @Inject StorageMemory memory;

  @Test
  void shouldRefuseWhatDoesNotFitAndLetRecordersInAllTheSame() {
    // Given
    String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");
    Visit visit = Visit.recording(rivera);
    long all = memory.bodies().ceiling();

    // When
    memory.bodies().take(all);
    try {
      visit
          .get("")
          .then()
          .statusCode(503)
          .header("Retry-After", equalTo("5"))
          .contentType("application/problem+json")
          .body("type", endsWith("/storage-busy"));
      visit.claim("tab-1", false).then().statusCode(200);
      get("/health/live").then().statusCode(200);
    } finally {
      memory.bodies().give(all);
    }

    // Then
    visit.get("").then().statusCode(200);
    await().until(() -> memory.bodies().used() == 0);
  }
}
