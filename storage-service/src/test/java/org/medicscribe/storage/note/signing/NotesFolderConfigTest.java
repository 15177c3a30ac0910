package org.medicscribe.storage.note.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.testing.Mapping;

class NotesFolderConfigTest {

  @Test
  void shouldReadEverySetting() {
    // When
    NotesFolder.Config config =
        Mapping.of(NotesFolder.Config.class, Map.of("medic-scribe.notes.folder", "n"));

    // Then
    assertThat(config.folder()).isEqualTo(Path.of("n"));
  }
}
