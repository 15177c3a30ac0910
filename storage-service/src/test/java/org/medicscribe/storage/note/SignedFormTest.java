package org.medicscribe.storage.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.events.SoapNote.Verification;

class SignedFormTest {

  @Test
  void shouldBeTheNotesJsonWithSortedMembersAndWithoutSpace() {
    // Given
    Note note =
        Drafts.merged(
            Drafts.note(
                List.of(
                    Drafts.statement("a", "Náuseas \"leves\"\u000b/", Verification.VERIFIED, "s0")),
                List.of(),
                List.of()));

    // Then
    assertThat(SignedForm.of(note))
        .isEqualTo(
            "{\"omissions\":[],\"sections\":[{\"code\":\"subjective\",\"heading\":"
                + "{\"from\":[\"subjective\"],\"loinc\":\"61150-9\",\"required\":true,\"style\":"
                + "\"bullets\",\"title\":\"Subjective\"},\"statements\":[{\"evidence\":"
                + "[{\"quote\":\"words of s0\",\"segment\":\"s0\"}],\"id\":\"s1-1\",\"origin\":"
                + "\"draft\",\"text\":\"Náuseas \\\"leves\\\"\\u000b/\",\"verification\":"
                + "{\"findings\":[],\"status\":\"verified\"}}]},"
                + "{\"code\":\"plan\",\"heading\":{\"from\":[\"plan\"],\"loinc\":\"18776-5\",\"required\":true,"
                + "\"style\":\"bullets\",\"title\":\"Plan\"},\"statements\":[]}]}");
  }

  @Test
  void shouldDifferWithAnyWordAndNotWithWhatIsOutsideIt() {
    // Given
    Note note = Drafts.merged();
    Note otherRoles =
        new Note(note.sections(), note.omissions(), Map.of("S2", SpeakerRole.PATIENT));
    Note otherWords = new Note(note.sections(), List.of(), note.roles());

    // Then
    assertThat(SignedForm.sha256(otherRoles)).isEqualTo(SignedForm.sha256(note));
    assertThat(SignedForm.sha256(otherWords)).isNotEqualTo(SignedForm.sha256(note)).hasSize(64);
  }
}
