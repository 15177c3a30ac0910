package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;

class SpeakerRolesTest {

  private static final String VISIT =
      """
      [S1] What brings you in today?
      [S2] I've been having headaches for a week.
      [S1] Do you have any nausea or vomiting?
      [S2] No, I don't.
      [S1] So let's go ahead and start you on ibuprofen 400 milligrams, and we'll see you back, okay?
      [S2] Okay, thank you.
      """;

  @Test
  void shouldTellTheClinicianByWhatIsSaid() {
    assertThat(Trained.ROLES.roles(Dialogue.of(VISIT)))
        .isEqualTo(Map.of("S1", SpeakerRole.CLINICIAN, "S2", SpeakerRole.PATIENT));
  }

  @Test
  void shouldBelieveAPersonWhoSaysWhoSpeaks() {
    // Given
    Map<String, SpeakerRole> said = Map.of("S1", SpeakerRole.PATIENT, "S2", SpeakerRole.CLINICIAN);

    // Then
    assertThat(Trained.ROLES.sides(Dialogue.of(VISIT), said))
        .startsWith(SpeakerSide.PATIENT, SpeakerSide.CLINICIAN, SpeakerSide.PATIENT);
  }

  @Test
  void shouldTellTheClinicianWhenLabelsAreTheOtherWayRound() {
    // Given
    String swapped = VISIT.replace("[S1]", "[X]").replace("[S2]", "[S1]").replace("[X]", "[S2]");
    // When
    Map<String, SpeakerRole> roles = Trained.ROLES.roles(Dialogue.of(swapped));
    // Then
    assertThat(roles).containsEntry("S2", SpeakerRole.CLINICIAN);
    assertThat(roles).containsEntry("S1", SpeakerRole.PATIENT);
  }

  @Test
  void shouldJudgeEachLineAloneWithoutLabels() {
    // Given
    List<TranscriptLine> lines = Dialogue.of(VISIT.replaceAll("\\[S\\d]", "[]"));
    // When
    List<SpeakerSide> sides = Trained.ROLES.sides(lines);
    // Then
    assertThat(sides)
        .startsWith(
            SpeakerSide.CLINICIAN,
            SpeakerSide.PATIENT,
            SpeakerSide.CLINICIAN,
            SpeakerSide.PATIENT,
            SpeakerSide.CLINICIAN);
    assertThat(Trained.ROLES.roles(lines)).isEmpty();
  }
}
