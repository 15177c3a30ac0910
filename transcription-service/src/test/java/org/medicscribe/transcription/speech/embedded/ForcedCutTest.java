package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

class ForcedCutTest {

  @Test
  void shouldTakeTheFullStopAwayBeforeACut() {
    assertThat(text(ForcedCut.withoutFullStop(heard("looking forward to it."))))
        .isEqualTo("looking forward to it");
    assertThat(text(ForcedCut.withoutFullStop(heard("Does it hurt?")))).isEqualTo("Does it hurt?");
    assertThat(ForcedCut.withoutFullStop(List.of())).isEmpty();
  }

  @Test
  void shouldTakeTheCapitalAwayAfterACutUnlessItMayBeAName() {
    assertThat(text(ForcedCut.withoutCapital(heard("The same opportunities"))))
        .isEqualTo("the same opportunities");
    assertThat(text(ForcedCut.withoutCapital(heard("Carter said so")))).isEqualTo("Carter said so");
    assertThat(text(ForcedCut.withoutCapital(heard("I am well")))).isEqualTo("I am well");
  }

  private static List<HeardWord> heard(String text) {
    return Arrays.stream(text.split(" ")).map(word -> new HeardWord(word, 0)).toList();
  }

  private static String text(List<HeardWord> words) {
    return String.join(" ", words.stream().map(HeardWord::text).toList());
  }
}
