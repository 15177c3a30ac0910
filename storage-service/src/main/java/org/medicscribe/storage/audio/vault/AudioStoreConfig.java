package org.medicscribe.storage.audio.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where encrypted windows rest. */
@ConfigMapping(prefix = "medic-scribe.audio-store")
public interface AudioStoreConfig {

  /** A kind of place that keeps windows. */
  enum Place {
    VOLUME,
    S3
  }

  /** Where windows are written, and read first. */
  @WithDefault("volume")
  Place place();

  /** Where they were before; read while they are being moved. */
  Optional<Place> before();

  S3 s3();

  /** A bucket. Whoever asks says so as the vendor's tools do (AWS_ACCESS_KEY_ID, or a role). */
  interface S3 {

    Optional<String> bucket();

    /** Unset: Amazon's, of the region. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    /** The bucket in the path instead of the host's name, as most stores of one's own want it. */
    @WithDefault("false")
    boolean pathStyle();

    /** For one request, all its tries; the recording's lock is held meanwhile. */
    @WithDefault("10s")
    Duration timeout();
  }
}
