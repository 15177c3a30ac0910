package org.medicscribe.devstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ./scribe script in a project whose Maven and Java only tell how they were called. */
class LauncherTest {

  private static final List<String> MODULES =
      List.of(
          "encounter-events",
          "audio-files",
          "note-documents",
          "service-edge",
          "service-tracing",
          "memory-budget",
          "provider-simulators",
          "gateway",
          "transcription-service",
          "soap-note-service",
          "storage-service",
          "dev-stack");

  @TempDir private Path project;

  private record Run(int exitCode, String output) {}

  @BeforeEach
  void layProject() throws IOException {
    Files.copy(
        Path.of("..", "scribe"), project.resolve("scribe"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.createDirectories(project.resolve(".mvn"));
    Files.writeString(project.resolve("pom.xml"), "<project/>");
    for (String module : MODULES) {
      Files.createDirectories(project.resolve(module).resolve("src/main/java"));
      Files.createDirectories(project.resolve(module).resolve("target"));
      Files.writeString(project.resolve(module).resolve("pom.xml"), "<project/>");
      Files.writeString(project.resolve(module).resolve("src/main/java/A.java"), "class A {}");
    }
    program(
        project.resolve("mvnw"),
        """
        echo "$@" >> "%s/maven-calls"
        echo "[INFO] Building Medic Scribe: gateway 1.0.0-SNAPSHOT [4/9]"
        touch "%s/dev-stack/target/dev-stack.jar"
        """
            .formatted(project, project));
    layPage();
    jdk("jdk", "25.0.1");
  }

  private void layPage() throws IOException {
    for (String folder : List.of("src", "public", "build")) {
      Files.createDirectories(project.resolve("frontend").resolve(folder));
    }
    for (String file :
        List.of("src/main.tsx", "index.html", "vite.config.ts", "package-lock.json")) {
      Files.writeString(project.resolve("frontend").resolve(file), "");
    }
    program(project.resolve("tools/node"), "echo v20.0.0\n");
    program(
        project.resolve("tools/npm"),
        "echo \"$@\" >> ../npm-calls; mkdir -p dist node_modules; touch dist/index.html\n");
  }

  private void program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = project.resolve(name);
    program(home.resolve("bin/javac"), "echo javac " + version + "\n");
    program(home.resolve("bin/java"), "echo \"java of " + name + ": $* in $LC_ALL\"\n");
    return home;
  }

  private Run scribe(Path javaHome, String... arguments) throws Exception {
    return scribe(javaHome, Map.of(), arguments);
  }

  private Run scribe(Path javaHome, Map<String, String> environment, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(project.resolve("scribe").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of(
                "JAVA_HOME",
                javaHome.toString(),
                "DEEPGRAM_API_KEY",
                "none",
                "PATH",
                project.resolve("tools") + ":" + System.getenv("PATH")));
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }

  /** Node is there; the checks of the page end with this code. */
  private void page(int exitCode) throws IOException {
    Files.createDirectories(project.resolve("frontend"));
    program(project.resolve("tools/node"), "echo v20.1.0\n");
    program(
        project.resolve("tools/npm"),
        """
        echo npm "$@"
        case "$1 ${2:-}" in
          "ci "*) mkdir -p "$project/frontend/node_modules" ;;
          "run build") mkdir -p "$project/frontend/dist" ;;
          "run check") exit %d ;;
        esac
        """
            .replace("$project", project.toString())
            .formatted(exitCode));
  }

  private List<String> mavenCalls() throws IOException {
    Path calls = project.resolve("maven-calls");
    return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
  }

  private List<String> npmCalls() throws IOException {
    return Files.readAllLines(project.resolve("npm-calls"));
  }

  private void changeLater(String file) throws IOException {
    Files.setLastModifiedTime(project.resolve(file), FileTime.from(Instant.now().plusSeconds(60)));
  }

  @Test
  void shouldBuildOnceAndThenStartWithoutMaven() throws Exception {
    Run first = scribe(project.resolve("jdk"), "run", "--fresh");
    Run second = scribe(project.resolve("jdk"), "run");

    assertThat(first.output()).contains("Building gateway ... ", "Scribe run --fresh");
    assertThat(second.output()).startsWith("java of jdk").doesNotContain("Building");
    assertThat(mavenCalls()).hasSize(1);
  }

  @Test
  void shouldBuildOnlyTheModuleThatChanged() throws Exception {
    scribe(project.resolve("jdk"), "run");

    changeLater("gateway/src/main/java/A.java");
    scribe(project.resolve("jdk"), "run");

    assertThat(mavenCalls()).hasSize(2).last().asString().contains("-pl gateway -am package");
  }

  @Test
  void shouldBuildEverythingWhenWhatIsSharedChanged() throws Exception {
    scribe(project.resolve("jdk"), "run");

    changeLater("encounter-events/src/main/java/A.java");
    scribe(project.resolve("jdk"), "run");

    assertThat(mavenCalls()).last().asString().contains("gateway,transcription-service");
  }

  @Test
  void shouldBuildThePageOnceAndAgainWhenItChanged() throws Exception {
    scribe(project.resolve("jdk"), "run");
    scribe(project.resolve("jdk"), "run");
    assertThat(npmCalls()).containsExactly("ci --no-audit --no-fund", "run build");

    changeLater("frontend/src/main.tsx");
    scribe(project.resolve("jdk"), "run");

    assertThat(npmCalls()).last().isEqualTo("run build");
    assertThat(npmCalls()).hasSize(3);
  }

  @Test
  void shouldShowWhatIsWrongWhenTheBuildFails() throws Exception {
    program(
        project.resolve("mvnw"),
        "echo '[ERROR] A.java:[1,1] cannot find symbol'; echo '[ERROR] -> [Help 1]'; exit 1\n");

    Run run = scribe(project.resolve("jdk"), "run");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("The build failed. The whole log: " + project.resolve(".scribe/build.log"))
        .contains("cannot find symbol")
        .doesNotContain("Help 1", "java of");
  }

  @Test
  void shouldRunTheTestsOfTheServicesAndOfThePage() throws Exception {
    page(0);

    Run run = scribe(project.resolve("jdk"), "test", "-pl", "gateway");

    assertThat(run.exitCode()).isZero();
    assertThat(mavenCalls()).hasSize(1).last().asString().endsWith("verify -pl gateway");
    assertThat(run.output()).contains("The page's checks passed");
  }

  @Test
  void shouldFailAndTellWhenThePageFails() throws Exception {
    page(3);

    Run run = scribe(project.resolve("jdk"), "test");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("npm run check", "the page's checks failed");
  }

  @Test
  void shouldFailWhenATestOfTheServicesFails() throws Exception {
    page(0);
    program(project.resolve("mvnw"), "exit 1\n");

    assertThat(scribe(project.resolve("jdk"), "test").exitCode()).isEqualTo(1);
  }

  @Test
  void shouldPassByAJavaThatIsTooOld() throws Exception {
    Run run = scribe(jdk("old", "17.0.2"), "run");

    assertThat(run.output()).doesNotContain("java of old");
  }

  @Test
  void shouldOpenFilesWhoseNamesAreNotAsciiUnderAnyLocale() throws Exception {
    // Given
    Path jdk = project.resolve("jdk");
    scribe(jdk, "run");

    // When
    Run poor = scribe(jdk, Map.of("LC_ALL", "C"), "transcribe", "Besuch Müller.wav");
    Run rich = scribe(jdk, Map.of("LC_ALL", "de_DE.UTF-8"), "transcribe", "Besuch Müller.wav");

    // Then
    assertThat(poor.output())
        .contains("Besuch Müller.wav")
        .containsPattern(" in (C|en_US)[.]UTF-8");
    assertThat(rich.output()).contains(" in de_DE.UTF-8");
  }

  @Test
  void shouldLetMavenMeasureAnEngine() throws Exception {
    Files.createDirectories(project.resolve("samples"));

    scribe(project.resolve("jdk"), "bench", "speech");

    assertThat(mavenCalls())
        .singleElement()
        .asString()
        .contains("-Dtest=SpeechEvaluationTest", "-Dspeech=" + project.resolve("samples"));
  }

  @Test
  void shouldAskForTheDialoguesThatNotesAreMeasuredOn() throws Exception {
    Run run = scribe(project.resolve("jdk"), "bench", "notes");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("./scribe bench notes --aci <folder>");
    assertThat(mavenCalls()).isEmpty();
  }

  @Test
  void shouldTellWhatItCanDoWhenAskedForSomethingElse() throws Exception {
    Run run = scribe(project.resolve("jdk"), "fly");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output()).contains("usage: ./scribe", "there is no command 'fly'");
    assertThat(mavenCalls()).isEmpty();
  }
}
