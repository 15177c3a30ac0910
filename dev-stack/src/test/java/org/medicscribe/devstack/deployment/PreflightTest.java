package org.medicscribe.devstack.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What production is refused for; on a whole installation it is {@code deploy/e2e/run} that looks.
 */
class PreflightTest {

  private static final String LEAVES = "what patients say leaves this host";

  private static String said(Map<String, String> settings)
      throws IOException, InterruptedException {
    ProcessBuilder preflight =
        new ProcessBuilder(
                "sh", Path.of("../deploy/preflight").toRealPath().toString(), "--environment")
            .redirectErrorStream(true);
    preflight
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(DEEPGRAM|OPENAI|PROVIDER|AUDIO|S3).*"));
    preflight.environment().putAll(settings);
    Process process = preflight.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }

  @ParameterizedTest
  @CsvSource({
    "DEEPGRAM_API_KEY, 3f9a",
    "OPENAI_API_KEY, sk-3f9a",
    "OPENAI_BASE_URL, https://models.clinic.org/v1",
    "OPENAI_BASE_URL, http://10.0.0.7:11434/v1"
  })
  void shouldAskForTheAcknowledgementOfWhateverLetsWordsOut(String name, String value)
      throws Exception {
    assertThat(said(Map.of(name, value))).contains("REFUSED  with " + name + " " + LEAVES);
    assertThat(said(Map.of(name, value, "PROVIDER_EGRESS_ACKNOWLEDGED", "yes")))
        .doesNotContain(LEAVES);
  }

  @ParameterizedTest
  @CsvSource({"AUDIO_STORE", "AUDIO_STORE_BEFORE"})
  void shouldAskForTheBucketThatAudioLiesIn(String place) throws Exception {
    assertThat(said(Map.of(place, "volume"))).doesNotContain("S3_BUCKET");
    assertThat(said(Map.of(place, "s3"))).contains("REFUSED  audio is to lie in a bucket");
    assertThat(said(Map.of(place, "s3", "S3_BUCKET", "audio"))).doesNotContain("S3_BUCKET");
  }

  /** Which engine serves is for the services to say. */
  @ParameterizedTest
  @CsvSource({
    ", ",
    "3f9a, ",
    ", https://models.clinic.org/v1",
    "3f9a, https://models.clinic.org/v1"
  })
  void shouldClaimNothingAboutTheEngines(@Nullable String key, @Nullable String address)
      throws Exception {
    // Given
    Map<String, String> settings = new HashMap<>(Map.of("PROVIDER_EGRESS_ACKNOWLEDGED", "yes"));
    if (key != null) {
      settings.put("DEEPGRAM_API_KEY", key);
    }
    if (address != null) {
      settings.put("OPENAI_BASE_URL", address);
    }

    // Then
    assertThat(said(settings)).doesNotContain("serves", "embedded");
  }
}
