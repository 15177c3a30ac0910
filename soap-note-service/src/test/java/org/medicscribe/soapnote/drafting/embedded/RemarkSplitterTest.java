package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemarkSplitterTest {

  @Test
  void shouldTrustTheTranscriptsFullStops() {
    assertThat(texts("[S1] Any fever? Any chills? Your lungs are clear.", SpeakerSide.CLINICIAN))
        .containsExactly("Any fever", "Any chills", "Your lungs are clear");
  }

  @Test
  void shouldFindSentencesWithoutPunctuation() {
    // When
    List<String> texts =
        texts(
            "[S1] okay any chest pain your blood pressure today is one forty over ninety i'm going"
                + " to increase your lisinopril to twenty milligrams i want you to check your"
                + " blood pressure every morning",
            SpeakerSide.CLINICIAN);
    // Then
    assertThat(texts)
        .contains(
            "i'm going to increase your lisinopril to twenty milligrams",
            "i want you to check your blood pressure every morning")
        .anyMatch(text -> text.startsWith("your blood pressure today is one forty over ninety"));
  }

  @Test
  void shouldLeaveWhatHangsOnAConditionWhole() {
    assertThat(
            texts(
                "[S1] If it is not better in a week, I want to get an MRI and I'll call you.",
                SpeakerSide.CLINICIAN))
        .hasSize(1);
  }

  @Test
  void shouldNotTakeOkayForAQuestion() {
    // When
    List<Remark> remarks =
        split("[S1] I'm going to order an MRI, okay? Does it hurt?", SpeakerSide.CLINICIAN);
    // Then
    assertThat(remarks).extracting(Remark::question).containsExactly(false, true);
  }

  @Test
  void shouldGoOnAfterTheOtherOnlyListened() {
    // Given
    String dialogue =
        """
        [S1] On your neck exam I do appreciate some jugular venous distention to-
        [S2] Mm-hmm.
        [S1] to about eight centimeters.
        """;
    // When
    List<Turn> turns =
        Turn.of(
            Dialogue.of(dialogue),
            List.of(SpeakerSide.CLINICIAN, SpeakerSide.PATIENT, SpeakerSide.CLINICIAN));
    // Then
    assertThat(turns).hasSize(1);
    assertThat(Fillers.clean(turns.getFirst().tokens()))
        .isEqualTo(
            "On your neck exam I do appreciate some jugular venous distention to about eight"
                + " centimeters");
  }

  private static List<Remark> split(String dialogue, SpeakerSide side) {
    return Turn.of(Dialogue.of(dialogue), List.of(side)).stream()
        .flatMap(turn -> Trained.SPLITTER.split(turn).stream())
        .toList();
  }

  private static List<String> texts(String dialogue, SpeakerSide side) {
    return split(dialogue, side).stream()
        .map(Remark::tokens)
        .map(Fillers::clean)
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
