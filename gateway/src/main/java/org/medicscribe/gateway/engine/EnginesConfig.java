package org.medicscribe.gateway.engine;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Which engines this installation runs; the same settings that the services themselves read. */
@ConfigMapping(prefix = "gateway.engines")
public interface EnginesConfig {

  Transcription transcription();

  Note note();

  /** Who recognises speech. */
  interface Transcription {

    /** {@code AUTO}: Deepgram if its key is set, as in transcription-service. */
    @WithDefault("auto")
    Choice engine();

    /** Only whether it is there matters; set {@link #engine} to keep the key out of the gateway. */
    Optional<String> providerKey();

    @WithDefault("nova-3-medical")
    String model();
  }

  /** Who drafts notes. */
  interface Note {

    /** {@code AUTO}: the provider if its key is set, as in soap-note-service. */
    @WithDefault("auto")
    Choice engine();

    /** Only whether it is there matters; set {@link #engine} to keep the key out of the gateway. */
    Optional<String> providerKey();

    @WithDefault("gpt-4.1")
    String model();
  }

  /** Provider or not. */
  enum Choice {
    AUTO,
    PROVIDER,
    EMBEDDED;

    boolean isProvider(Optional<String> key) {
      return switch (this) {
        case AUTO -> key.filter(text -> !text.isBlank()).isPresent();
        case PROVIDER -> true;
        case EMBEDDED -> false;
      };
    }
  }
}
