package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

class WithoutGuessworkTest {

  private static final String SENTENCE = "The best part is the part before.";

  @Test
  void shouldNotBelieveWordsOfWhichNearlyAllAreGuessed() {
    assertThat(read(said("One of the many cats again.", 0.2)))
        .isInstanceOf(Transcription.Unintelligible.class);
  }

  @Test
  void shouldNotBelieveASentenceThatStandsThereAgainAndAgainHoweverSure() {
    assertThat(read(said(SENTENCE + " " + SENTENCE + " " + SENTENCE, 0.95)))
        .isInstanceOf(Transcription.Unintelligible.class);
  }

  @Test
  void shouldNotBelieveASentenceThatWasDoubtfulBeforeItWasRepeated() {
    // Given
    var words = new ArrayList<>(said("Well, I mean,", 0.9));
    words.addAll(said(SENTENCE, 0.4));
    words.addAll(said(SENTENCE, 0.95));

    // Then
    assertThat(read(words)).isInstanceOf(Transcription.Unintelligible.class);
  }

  @Test
  void shouldBelieveAPersonWhoSaysAThingTwiceOrIsHardToHear() {
    assertThat(read(said(SENTENCE + " " + SENTENCE, 0.9))).isInstanceOf(Transcription.Heard.class);
    assertThat(read(said("No, no, no, no, no, no.", 0.9))).isInstanceOf(Transcription.Heard.class);
    assertThat(read(said("I take naproxen for my knee.", 0.5)))
        .isInstanceOf(Transcription.Heard.class);
    assertThat(read(said("Penicillin, I think.", 0.2))).isInstanceOf(Transcription.Heard.class);
  }

  private static Transcription read(List<HeardWord> words) {
    return new WithoutGuesswork((samples, abandoned) -> new Transcription.Heard(words))
        .transcribe(new float[0], () -> false);
  }

  private static List<HeardWord> said(String text, double confidence) {
    return List.of(text.split(" ")).stream()
        .map(word -> new HeardWord(word, Math.log(confidence)))
        .toList();
  }
}
