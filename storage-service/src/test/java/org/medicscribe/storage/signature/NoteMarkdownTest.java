package org.medicscribe.storage.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.note.NoteVersion;
import org.medicscribe.storage.note.Person;

class NoteMarkdownTest {

  private static final EncounterId ID = EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final Instant AT = Instant.parse("2026-11-25T09:00:00Z");
  private static final Person RIVERA = new Person("dr.rivera", "Dr Rivera");

  private final NoteVersion drafted =
      new NoteVersion(1, NoteVersion.Origin.DRAFT, AT, null, null, Drafts.merged());

  @Test
  void shouldMarkWhatIsOpenInANoteThatIsNotSigned() {
    // When
    String text = NoteMarkdown.of(ID, drafted, null, List.of());

    // Then
    assertThat(text)
        .startsWith("# SOAP note\n")
        .contains("To be checked by the clinician; not signed.")
        .contains("## Subjective\n\n- Allergic to penicillin.\n")
        .contains("- Amoxicillin 500 mg. **(not backed by the transcript)**\n")
        .contains("## Said, not in the note\n\n- Follow up: Come back in two weeks.\n");
  }

  @Test
  void shouldSayWhoSignedAndWhatWasAdded() {
    // When
    String text =
        NoteMarkdown.of(
            ID,
            drafted,
            new Signature(1, RIVERA, AT, "abc123", "I have checked this note."),
            List.of(new Addendum(UUID.randomUUID(), "Called back.\nNo rash.", RIVERA, AT)));

    // Then
    assertThat(text)
        .contains("Signed: 2026-11-25T09:00:00Z by Dr Rivera  \nSHA-256: abc123")
        .contains("> I have checked this note.")
        .contains("- Amoxicillin 500 mg.\n")
        .endsWith("## Addendum\n\nBy Dr Rivera, 2026-11-25T09:00:00Z\n\nCalled back.\nNo rash.\n");
  }
}
