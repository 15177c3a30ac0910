package org.medicscribe.storage.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.NoteEvent.NoteDrafted;

class NoteMarkdownTest {

  private static NoteDrafted golden() throws Exception {
    byte[] json =
        Files.readAllBytes(
            Path.of("../encounter-events/src/test/resources/golden/note/note-drafted.json"));
    Decoded<NoteEvent> decoded = EventJson.note().read(json);
    return (NoteDrafted) ((Decoded.Known<NoteEvent>) decoded).event();
  }

  @Test
  void shouldMarkWhatTheTranscriptDoesNotBack() throws Exception {
    // When
    String text = NoteMarkdown.of(2, golden());

    // Then
    assertThat(text)
        .startsWith("# SOAP note, draft 2\n")
        .contains("A draft to be checked by the clinician; not signed.")
        .contains("## Subjective\n\n- Allergic to penicillin.\n")
        .contains("## Objective\n\nNothing was said about this.\n")
        .contains("- Amoxicillin 500 mg. **(not backed by the transcript)**\n")
        .contains("## Said, not in the note\n\n- Follow up: Come back in two weeks.\n");
  }
}
