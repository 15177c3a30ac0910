package org.medicscribe.transcription;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.events.AudioConfig;
import org.medicscribe.transcription.events.SessionConfig;
import org.medicscribe.transcription.session.SessionPolicy;
import org.medicscribe.transcription.speech.deepgram.DeepgramConfig;

class ConfigurationTest {

  @Test
  void shouldServeWithoutAnySetting() {
    // When
    SmallRyeConfig config = config(Map.of());

    // Then
    DeepgramConfig deepgram = config.getConfigMapping(DeepgramConfig.class);
    assertThat(deepgram.apiKey()).isEmpty();
    assertThat(deepgram.url()).isEqualTo(URI.create("wss://api.deepgram.com"));
    assertThat(deepgram.model()).isEqualTo("nova-3-medical");
    assertThat(deepgram.maxStreams()).isEqualTo(50);
    assertThat(deepgram.keepAlive()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(5));
    assertThat(deepgram.pace()).isLessThan(1.25);
    assertThat(config.getConfigMapping(AudioConfig.class).group())
        .isEqualTo("transcription-service");
    assertThat(config.getConfigMapping(SessionConfig.class).policy())
        .isEqualTo(
            new SessionPolicy(
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(1500),
                Duration.ofSeconds(60),
                Duration.ofMillis(250),
                Duration.ofSeconds(15),
                Duration.ofSeconds(60)));
  }

  @Test
  void shouldTakeEverySetting() {
    // When
    SmallRyeConfig config =
        config(
            Map.ofEntries(
                Map.entry("deepgram.api-key", "k"),
                Map.entry("deepgram.url", "wss://api.eu.deepgram.com"),
                Map.entry("deepgram.model", "nova-3"),
                Map.entry("deepgram.max-streams", "100"),
                Map.entry("deepgram.connect-timeout", "1s"),
                Map.entry("deepgram.keep-alive", "3s"),
                Map.entry("deepgram.answer-timeout", "2s"),
                Map.entry("deepgram.finish-timeout", "4s"),
                Map.entry("deepgram.pace", "1.1"),
                Map.entry("deepgram.burst", "200ms"),
                Map.entry("audio.group", "g"),
                Map.entry("audio.commit-every", "5s"),
                Map.entry("audio.session-timeout", "6s"),
                Map.entry("session.max-bytes-per-session", "1000000"),
                Map.entry("session.lead-in", "2s"),
                Map.entry("session.max-pending", "3s"),
                Map.entry("session.flush-after", "4s"),
                Map.entry("session.release-after", "5s"),
                Map.entry("session.interim-every", "6s"),
                Map.entry("session.behind-notice", "7s"),
                Map.entry("session.refused-pause", "8s")));

    // Then
    DeepgramConfig deepgram = config.getConfigMapping(DeepgramConfig.class);
    assertThat(deepgram.apiKey()).hasValue("k");
    assertThat(deepgram.url().getHost()).isEqualTo("api.eu.deepgram.com");
    assertThat(deepgram.model()).isEqualTo("nova-3");
    assertThat(deepgram.maxStreams()).isEqualTo(100);
    assertThat(deepgram.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
    assertThat(deepgram.keepAlive()).isEqualTo(Duration.ofSeconds(3));
    assertThat(deepgram.answerTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(deepgram.finishTimeout()).isEqualTo(Duration.ofSeconds(4));
    assertThat(deepgram.pace()).isEqualTo(1.1);
    assertThat(deepgram.burst()).isEqualTo(Duration.ofMillis(200));
    AudioConfig audio = config.getConfigMapping(AudioConfig.class);
    assertThat(audio.group()).isEqualTo("g");
    assertThat(audio.commitEvery()).isEqualTo(Duration.ofSeconds(5));
    assertThat(audio.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
    SessionConfig session = config.getConfigMapping(SessionConfig.class);
    assertThat(session.maxBytesPerSession()).isEqualTo(1_000_000);
    assertThat(session.policy())
        .isEqualTo(
            new SessionPolicy(
                Duration.ofSeconds(2),
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(7),
                Duration.ofSeconds(8)));
  }

  private static SmallRyeConfig config(Map<String, String> settings) {
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .withMapping(DeepgramConfig.class)
        .withMapping(AudioConfig.class)
        .withMapping(SessionConfig.class)
        .withSources(new PropertiesConfigSource(settings, "test", 100))
        .build();
  }
}
