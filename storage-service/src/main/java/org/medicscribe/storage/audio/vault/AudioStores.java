package org.medicscribe.storage.audio.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.medicscribe.storage.audio.vault.AudioStoreConfig.Place;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes the stores that the settings name. */
public final class AudioStores {

  /** A connection that does not stand by then never will. */
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private AudioStores() {}

  @Produces
  @ApplicationScoped
  static AudioStore store(AudioStoreConfig config, VolumeAudioStore volume, Clock clock) {
    Supplier<MovableAudioStore> onVolume = () -> volume;
    MovableAudioStore now = at(config.place(), config, onVolume, clock);
    Optional<MovableAudioStore> before =
        config
            .before()
            .filter(place -> place != config.place())
            .map(place -> at(place, config, onVolume, clock));
    return before.<AudioStore>map(there -> new AudioStoreDuringMove(now, there)).orElse(now);
  }

  /**
   * The store of a place.
   *
   * @throws IllegalStateException when a setting that it needs is missing
   */
  public static MovableAudioStore at(
      Place place, AudioStoreConfig config, Supplier<MovableAudioStore> volume, Clock clock) {
    return switch (place) {
      case VOLUME -> volume.get();
      case S3 -> {
        String bucket =
            config
                .s3()
                .bucket()
                .orElseThrow(() ->
                    new IllegalStateException(
                        "Audio is to be kept in S3, and S3_BUCKET names no bucket."));
        yield new S3AudioStore(client(config.s3()), bucket, clock);
      }
    };
  }

  static S3Client client(AudioStoreConfig.S3 config) {
    S3ClientBuilder client =
        S3Client.builder()
            .region(Region.of(config.region()))
            .forcePathStyle(config.pathStyle())
            // What is stored proves itself when it is decrypted, and not every store knows these.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
            .overrideConfiguration(settings -> settings.apiCallTimeout(config.timeout()))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(config.timeout()));
    config.endpoint().ifPresent(client::endpointOverride);
    return client.build();
  }
}
