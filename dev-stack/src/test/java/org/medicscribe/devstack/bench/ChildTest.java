package org.medicscribe.devstack.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class ChildTest {

  @TempDir private Path folder;

  private File log() {
    return folder.resolve("child.log").toFile();
  }

  @Test
  void shouldHearWhatFollowsTheMark() throws Exception {
    // Given
    try (Child child = Child.start(List.of("printf", "idle words\\nlistening 8000\\n"), log())) {
      // When
      String heard = child.await("listening ");

      // Then
      assertThat(heard).isEqualTo("8000");
    }
  }

  @Test
  void shouldSayThatItEndedEarly() throws Exception {
    // Given
    try (Child child = Child.start(List.of("true"), log())) {
      // Then
      assertThatThrownBy(() -> child.await("listening "))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("ended early");
    }
  }

  @Test
  void shouldStopWaitingWhenThePersonAtTheTerminalDoes() throws Exception {
    // Given
    try (Child child = Child.start(List.of("sleep", "60"), log())) {
      // When
      Thread.currentThread().interrupt();

      // Then
      assertThatThrownBy(() -> child.await("listening ")).isInstanceOf(InterruptedException.class);
    }
  }
}
