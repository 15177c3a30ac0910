package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

class KeyTermsTest {

  private static final double SURE = Math.log(0.95);
  private static final double UNSURE = Math.log(0.4);

  private final KeyTerms terms =
      new KeyTerms(List.of("lisinopril", "amoxicillin", "Tylenol", "flu"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "taking your lease* in April.        | taking your lisinopril.",
        "I take lies* in April, ten          | I take lisinopril, ten",
        "taking your liza* napril            | taking your lisinopril",
        "the lizen* apparel now              | the lisinopril now",
      })
  void shouldPutTheTermWhereTheSoundIsTheSameAndAWordIsInDoubt(String heard, String corrected) {
    // When
    List<HeardWord> words = terms.correct(heard(heard));

    // Then
    assertThat(text(words)).isEqualTo(corrected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the note lies in April",
        "I take this* in April",
        "he fell* ill",
        "a* flow of air",
        "it* all",
      })
  void shouldLeaveWordsAloneThatWereClearOrSoundDifferent(String heard) {
    // When
    List<HeardWord> words = terms.correct(heard(heard));

    // Then
    assertThat(text(words)).isEqualTo(heard.replace("*", ""));
  }

  @Test
  void shouldKeepTheDoubt() {
    // When
    List<HeardWord> words = terms.correct(heard("lease* in April"));

    // Then
    assertThat(words).singleElement().extracting(HeardWord::logProbability).isEqualTo(UNSURE);
  }

  /** A star marks a word in doubt. */
  private static List<HeardWord> heard(String text) {
    return Arrays.stream(text.split(" "))
        .map(word -> new HeardWord(word.replace("*", ""), word.contains("*") ? UNSURE : SURE))
        .toList();
  }

  private static String text(List<HeardWord> words) {
    return String.join(" ", words.stream().map(HeardWord::text).toList());
  }
}
