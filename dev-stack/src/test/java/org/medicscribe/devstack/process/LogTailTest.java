package org.medicscribe.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

  @TempDir private Path folder;

  @Test
  void shouldGiveTheLastLinesOnly() throws IOException {
    Path log = folder.resolve("gateway.log");
    Files.writeString(log, "one\ntwo\nthree\n");

    assertThat(LogTail.of(log, 2)).containsExactly("two", "three");
  }

  @Test
  void shouldReadOnlyTheEndOfALongLog() throws IOException {
    Path log = folder.resolve("gateway.log");
    Files.writeString(log, "line\n".repeat(100_000) + "last\n");

    assertThat(LogTail.of(log, 1)).containsExactly("last");
  }

  @Test
  void shouldHaveNothingToShowWithoutALog() {
    assertThat(LogTail.of(folder.resolve("none.log"), 5)).isEmpty();
  }
}
