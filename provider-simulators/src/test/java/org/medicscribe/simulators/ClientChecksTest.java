package org.medicscribe.simulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.simulators.deepgram.DeepgramSimulator;
import org.medicscribe.simulators.openai.OpenAiSimulator;
import org.medicscribe.simulators.ruler.RulerSignal;

/**
 * Runs the checks of {@code client-checks/}: the providers' own clients for Node against the
 * simulators. Needs Node 20 or newer on the path, and the npm registry at the first run.
 */
class ClientChecksTest {

  private static final Path FOLDER = Path.of("client-checks");
  private static final long PATIENCE_MINUTES = 5;

  @TempDir private Path temporary;

  /** Installs what the lock file says, unless that was done since it changed. */
  @BeforeAll
  static void install() throws Exception {
    Path lock = FOLDER.resolve("package-lock.json");
    Path installed = FOLDER.resolve("node_modules/.package-lock.json");
    boolean fresh =
        Files.exists(installed)
            && Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(lock)) >= 0;
    if (!fresh) {
      run(List.of("npm", "ci"), Map.of());
    }
  }

  @Test
  void shouldSatisfyTheSpeechProvidersClient() throws Exception {
    // Given
    Path pcm = Files.write(temporary.resolve("ruler.pcm"), new RulerSignal(5).pcm(0, 99_200));
    try (DeepgramSimulator simulator = DeepgramSimulator.start()) {
      // When
      String said =
          run(
              List.of("node", "--test", "--test-reporter=tap", "deepgram.test.mjs"),
              Map.of("DEEPGRAM_PORT", "" + simulator.port(), "RULER_PCM", pcm.toString()));

      // Then
      assertThat(said).contains("# pass 6");
    }
  }

  @Test
  void shouldSatisfyTheLanguageModelsClient() throws Exception {
    // Given
    try (OpenAiSimulator simulator = OpenAiSimulator.start()) {
      // When
      String said =
          run(
              List.of("node", "--test", "--test-reporter=tap", "openai.test.mjs"),
              Map.of("OPENAI_PORT", "" + simulator.port()));

      // Then
      assertThat(said).contains("# pass 11");
    }
  }

  /** The output of a command that ends well. */
  private static String run(List<String> command, Map<String, String> environment)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }
}
