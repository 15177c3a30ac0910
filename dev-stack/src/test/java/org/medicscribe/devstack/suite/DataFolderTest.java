package org.medicscribe.devstack.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  @TempDir private Path folder;

  @Test
  void shouldRefuseAFolderWithSomeoneElsesFiles() throws IOException {
    // Given
    Path thesis = folder.resolve("thesis.txt");
    Files.writeString(thesis, "years of work");

    // When, Then
    assertThatThrownBy(() -> DataFolder.open(folder))
        .isInstanceOf(SuiteFailure.class)
        .hasMessageContaining("holds files that are not Medic Scribe's")
        .hasMessageContaining("--data");
    assertThat(thesis).exists();
  }

  @Test
  void shouldRefuseASecondRunOnTheSameData() throws Exception {
    try (DataFolder first = DataFolder.open(folder)) {
      assertThat(first.logs()).startsWithRaw(folder);

      assertThatThrownBy(() -> DataFolder.open(folder))
          .isInstanceOf(SuiteFailure.class)
          .hasMessageContaining("Another suite is running with the data in " + folder);
    }
  }

  @Test
  void shouldBeFreeAgainOnceARunHasEnded() throws Exception {
    DataFolder.open(folder).close();

    try (DataFolder second = DataFolder.open(folder)) {
      assertThat(second.kafka()).startsWithRaw(folder);
    }
  }

  @Test
  void shouldClearWhatEarlierRunsLeft() throws Exception {
    try (DataFolder data = DataFolder.open(folder)) {
      // Given
      Files.createDirectories(data.audio().resolve("deep"));
      Files.writeString(data.audio().resolve("deep/window"), "sound");

      // When
      data.clear();

      // Then
      assertThat(data.audio()).doesNotExist();
      assertThatThrownBy(() -> DataFolder.open(folder)).hasMessageContaining("Another suite");
    }
  }
}
