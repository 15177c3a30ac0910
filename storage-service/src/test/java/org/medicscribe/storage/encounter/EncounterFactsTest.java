package org.medicscribe.storage.encounter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.medicscribe.storage.encounter.EncounterFacts.NoteProgress.AWAITED;
import static org.medicscribe.storage.encounter.EncounterFacts.NoteProgress.DRAFTED;
import static org.medicscribe.storage.encounter.EncounterFacts.NoteProgress.FAILED;
import static org.medicscribe.storage.encounter.EncounterFacts.NoteProgress.NONE;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.EncounterState;

class EncounterFactsTest {

  static Stream<Arguments> facts() {
    return Stream.of(
        Arguments.of("nothing yet", facts(false, false, false, NONE), EncounterState.PLANNED),
        Arguments.of("audio came", facts(true, false, false, NONE), EncounterState.RECORDING),
        Arguments.of("it ended", facts(true, true, false, NONE), EncounterState.TRANSCRIBING),
        Arguments.of(
            "it ended without any audio",
            facts(false, true, false, NONE),
            EncounterState.TRANSCRIBING),
        Arguments.of(
            "a note was asked for during the visit",
            facts(true, false, false, DRAFTED),
            EncounterState.RECORDING),
        Arguments.of(
            "the transcript overtook the end of the audio",
            facts(true, false, true, AWAITED),
            EncounterState.DRAFTING),
        Arguments.of(
            "the note is drafted", facts(true, true, true, DRAFTED), EncounterState.REVIEW),
        Arguments.of(
            "the note is signed, and a draft still awaited",
            new EncounterFacts(false, true, true, true, true, AWAITED),
            EncounterState.SIGNED),
        Arguments.of(
            "there will be no note",
            facts(true, true, true, FAILED),
            EncounterState.NEEDS_ATTENTION));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("facts")
  void shouldFollowFromTheFacts(String why, EncounterFacts facts, EncounterState state) {
    assertThat(facts.state()).isEqualTo(state);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("facts")
  void shouldStayWithdrawnWhateverComesAfterwards(
      String why, EncounterFacts facts, EncounterState state) {
    // Given
    EncounterFacts withdrawn =
        new EncounterFacts(
            true,
            facts.signed(),
            facts.audioHeard(),
            facts.recordingEnded(),
            facts.transcriptComplete(),
            facts.note());

    // Then
    assertThat(withdrawn.state()).isEqualTo(EncounterState.WITHDRAWN);
  }

  private static EncounterFacts facts(
      boolean heard, boolean ended, boolean complete, EncounterFacts.NoteProgress note) {
    return new EncounterFacts(false, false, heard, ended, complete, note);
  }
}
