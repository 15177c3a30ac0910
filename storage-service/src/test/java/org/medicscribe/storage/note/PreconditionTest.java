package org.medicscribe.storage.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.storage.note.Precondition.Standing;

class PreconditionTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "'\"3\"', HOLDS",
        "'W/\"3\"', HOLDS",
        "'\"2\", \"3\"', HOLDS",
        "'\"2\"', OUTDATED",
        "'3', OUTDATED",
        "'*', OUTDATED",
        "'', OUTDATED"
      })
  void shouldHoldForTheVersionThatWasSeenOnly(String ifMatch, Standing standing) {
    // Given
    Precondition seen = Precondition.of(ifMatch, null).orElseThrow();

    // Then
    assertThat(seen.against(Optional.of(3))).isEqualTo(standing);
    assertThat(seen.against(Optional.empty())).isEqualTo(Standing.NO_NOTE);
  }

  @Test
  void shouldHoldForAnUnwrittenNoteOnlyWhileThereIsNone() {
    // Given
    Precondition unwritten = Precondition.of(null, "*").orElseThrow();

    // Then
    assertThat(unwritten.against(Optional.empty())).isEqualTo(Standing.HOLDS);
    assertThat(unwritten.against(Optional.of(3))).isEqualTo(Standing.OUTDATED);
  }

  @Test
  void shouldNotGuessWhatWasSeen() {
    assertThat(Precondition.of(null, null)).isEmpty();
    assertThat(Precondition.of(null, "\"3\"")).isEmpty();
  }
}
