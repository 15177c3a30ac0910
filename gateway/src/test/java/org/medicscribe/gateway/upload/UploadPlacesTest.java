package org.medicscribe.gateway.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.gateway.upload.UploadPlaces.Answer.FULL;
import static org.medicscribe.gateway.upload.UploadPlaces.Answer.TAKEN;
import static org.medicscribe.gateway.upload.UploadPlaces.Answer.USER_HAS_ENOUGH;

import org.junit.jupiter.api.Test;

class UploadPlacesTest {

  private final UploadPlaces places = new UploadPlaces(3, 2);

  @Test
  void shouldLeavePlacesForOthers() {
    assertThat(places.take("a")).isEqualTo(TAKEN);
    assertThat(places.take("a")).isEqualTo(TAKEN);
    assertThat(places.take("a")).isEqualTo(USER_HAS_ENOUGH);
    assertThat(places.take("b")).isEqualTo(TAKEN);
    assertThat(places.take("c")).isEqualTo(FULL);
  }

  @Test
  void shouldGiveAPlaceAgainThatIsFree() {
    // Given
    places.take("a");
    places.take("a");

    // When
    places.free("a");

    // Then
    assertThat(places.take("a")).isEqualTo(TAKEN);
  }
}
