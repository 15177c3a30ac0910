package org.medicscribe.devstack.aot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medicscribe.devstack.aot.AotCache.Stage;

class AotCacheTest {

  @TempDir private Path folder;
  private Path jar = Path.of("");

  @BeforeEach
  void writeJar() throws IOException {
    jar = folder.resolve("gateway.jar");
    Files.writeString(jar, "classes");
  }

  private AotCache cache(String program) throws IOException {
    return AotCache.of(folder.resolve("aot"), program, List.of(jar));
  }

  @Test
  void shouldRecordAFirstRunAndStartFromWhatBecameOfIt() throws IOException {
    AotCache cache = cache("gateway");
    assertThat(cache.recordOptions())
        .containsExactly("-XX:AOTMode=record", "-XX:AOTConfiguration=" + cache.recording());
    assertThat(cache.startOptions()).isEmpty();

    Files.writeString(cache.recording(), "recorded");
    assertThat(cache.stage()).isEqualTo(Stage.RECORDED);
    assertThat(cache.recordOptions()).isEmpty();

    Files.writeString(cache.cache(), "assembled");
    assertThat(cache.startOptions()).containsExactly("-XX:AOTCache=" + cache.cache());
    assertThat(cache.recordOptions()).isEqualTo(cache.startOptions());
  }

  @Test
  void shouldNotTakeARecordingThatHasOnlyBegunForOne() throws IOException {
    AotCache cache = cache("gateway");

    Files.createFile(cache.recording());

    assertThat(cache.stage()).isEqualTo(Stage.EMPTY);
  }

  @Test
  void shouldStartOverAfterANewBuildAndLeaveOtherProgramsAlone() throws IOException {
    // Given
    AotCache old = cache("gateway");
    Files.writeString(old.cache(), "assembled");
    AotCache other = AotCache.of(folder.resolve("aot"), "gateway-issuer", List.of(jar));
    Files.writeString(other.cache(), "assembled");

    // When
    Files.writeString(jar, "other classes");
    AotCache fresh = cache("gateway");

    // Then
    assertThat(fresh.stage()).isEqualTo(Stage.EMPTY);
    assertThat(old.cache()).doesNotExist();
    assertThat(other.cache()).exists();
  }

  @Test
  void shouldAssembleWithTheOptionsOfTheRun() throws IOException {
    AotCache cache = cache("gateway");

    List<String> command =
        cache.assemblyCommand(
            List.of("java", "-Xmx64m", "-XX:AOTMode=record", "-jar", "gateway.jar"),
            Path.of("unfinished"));

    assertThat(command)
        .containsExactly(
            "java",
            "-XX:AOTMode=create",
            "-XX:AOTConfiguration=" + cache.recording(),
            "-XX:AOTCache=unfinished",
            "-Xmx64m",
            "-jar",
            "gateway.jar");
  }
}
