package org.medicscribe.storage.audio.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.audio.vault.AudioStoreConfig.Place;
import org.medicscribe.storage.testing.Mapping;

class AudioStoreConfigTest {

  @Test
  void shouldHaveDefaults() {
    // When
    AudioStoreConfig config = Mapping.of(AudioStoreConfig.class, Map.of());

    // Then
    assertThat(config.place()).isEqualTo(Place.VOLUME);
    assertThat(config.before()).isEmpty();
    assertThat(config.s3().bucket()).isEmpty();
    assertThat(config.s3().endpoint()).isEmpty();
    assertThat(config.s3().region()).isEqualTo("us-east-1");
    assertThat(config.s3().pathStyle()).isFalse();
    assertThat(config.s3().timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void shouldReadEverySetting() {
    // When
    AudioStoreConfig config =
        Mapping.of(
            AudioStoreConfig.class,
            Map.of(
                "medic-scribe.audio-store.place", "s3",
                "medic-scribe.audio-store.before", "volume",
                "medic-scribe.audio-store.s3.bucket", "audio",
                "medic-scribe.audio-store.s3.endpoint", "https://s3.clinic.test",
                "medic-scribe.audio-store.s3.region", "eu-central-1",
                "medic-scribe.audio-store.s3.path-style", "true",
                "medic-scribe.audio-store.s3.timeout", "3s"));

    // Then
    assertThat(config.place()).isEqualTo(Place.S3);
    assertThat(config.before()).contains(Place.VOLUME);
    assertThat(config.s3().bucket()).contains("audio");
    assertThat(config.s3().endpoint()).contains(URI.create("https://s3.clinic.test"));
    assertThat(config.s3().region()).isEqualTo("eu-central-1");
    assertThat(config.s3().pathStyle()).isTrue();
    assertThat(config.s3().timeout()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void shouldNotStartWithABucketThatNobodyNamed() {
    // Given
    AudioStoreConfig config =
        Mapping.of(AudioStoreConfig.class, Map.of("medic-scribe.audio-store.place", "s3"));

    // Then
    assertThatIllegalStateException()
        .isThrownBy(() ->
            AudioStores.at(
                Place.S3,
                config,
                () -> {
                  throw new AssertionError("not the volume");
                },
                Clock.systemUTC()))
        .withMessageContaining("S3_BUCKET");
  }
}
