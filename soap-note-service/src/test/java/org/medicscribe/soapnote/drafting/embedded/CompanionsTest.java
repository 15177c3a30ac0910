package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;

class CompanionsTest {

  private static final List<TranscriptLine> LINES =
      Dialogue.of(
          """
          [S1] What brings Nadia in today?
          [S2] I'm her father. She has been coughing since Sunday.
          [S3] I'm the interpreter for the family.
          [S4] My throat hurts.
          """);

  @Test
  void shouldTellCompanionAndInterpreterByHowTheyIntroduceThemselves() {
    // When
    Map<String, SpeakerRole> roles =
        Companions.of(LINES, Map.of()).with(Map.of("S1", SpeakerRole.CLINICIAN));

    // Then
    assertThat(roles)
        .isEqualTo(
            Map.of(
                "S1", SpeakerRole.CLINICIAN,
                "S2", SpeakerRole.COMPANION,
                "S3", SpeakerRole.INTERPRETER));
  }

  @Test
  void shouldBelieveAPersonWhoSaysWhoTheyAre() {
    // Given
    Map<String, SpeakerRole> said =
        Map.of("S2", SpeakerRole.PATIENT, "S3", SpeakerRole.OTHER, "S4", SpeakerRole.INTERPRETER);

    // When
    Companions companions = Companions.of(LINES, said);

    // Then
    assertThat(companions.with(said)).isEqualTo(said);
    assertThat(LINES.stream().map(companions::relation))
        .containsExactly("", "", "interpreter", "interpreter");
  }
}
