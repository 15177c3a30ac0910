package org.medicscribe.storage.sweep;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class AbandonedSweepTest {

  @Test
  void shouldCloseARecordingThatNobodyCameBackTo() {
    // Given
    Visit visit = Visit.recording(Tokens.of("dr.rivera", "clinic-a", "clinician"));
    visit.speak(0, 20_000);

    // When nothing more comes
    visit.awaitState("transcribing");

    // Then it ends where its audio ends
    visit
        .get("")
        .then()
        .body("recording.stopReason", equalTo("abandoned"))
        .body("coverage.recordedSamples", equalTo(20_000))
        .body("coverage.storedSamples", equalTo(20_000));
  }
}
