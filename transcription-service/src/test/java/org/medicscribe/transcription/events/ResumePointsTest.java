package org.medicscribe.transcription.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.testing.Recorder;

class ResumePointsTest {

  @Test
  void shouldReadWhatItWrote() {
    // Given
    ResumePoints points =
        new ResumePoints(
            4711,
            Map.of(
                Recorder.newEncounter(), SampleIndex.of(172_800_000),
                Recorder.newEncounter(), SampleIndex.of(1)),
            Map.of(Recorder.newEncounter(), 99L),
            Map.of(Recorder.newEncounter(), 2L));

    // When
    ResumePoints read = ResumePoints.decode(points.encode());

    // Then
    assertThat(read).isEqualTo(points);
  }

  @Test
  void shouldFitIntoWhatABrokerAllows() {
    // Given
    Map<EncounterId, SampleIndex> many = new HashMap<>();
    for (int i = 0; i < 1000; i++) {
      many.put(Recorder.newEncounter(), SampleIndex.of(172_800_000));
    }

    // When
    String text = new ResumePoints(4711, many, Map.of(), Map.of()).encode();

    // Then
    assertThat(text).hasSizeLessThanOrEqualTo(ResumePoints.MAX_LENGTH);
    assertThat(ResumePoints.decode(text).covered()).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2,a", "1", "1,x,short", "1,z,!!!!!!!!!!!!!!!!!!!!!!:1", "other"})
  void shouldFindNoPointsInWhatIsNotItsOwn(String text) {
    assertThat(ResumePoints.decode(text).covered()).isEmpty();
  }
}
