package org.medicscribe.transcription.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Word;
import org.medicscribe.transcription.speech.SpokenWord;

class SpeakerLabelsTest {

  private final SpeakerLabels labels = new SpeakerLabels(false);

  @Test
  void shouldLabelVoicesInTheOrderOfTheirAppearance() {
    assertThat(label(3, 0)).isEqualTo("S1");
    assertThat(label(0, 10)).isEqualTo("S2");
    assertThat(label(3, 20)).isEqualTo("S1");
    assertThat(label(null, 30)).isNull();
  }

  @Test
  void shouldKnowAVoiceAgainThatANewStreamHearsAtTheSamePlace() {
    // Given
    label(0, 0);
    label(1, 10);
    label(0, 20);

    // When
    labels.newStream();

    // Then
    assertThat(label(0, 10)).as("the second voice spoke there").isEqualTo("S2");
    assertThat(label(1, 20)).as("the first voice spoke there").isEqualTo("S1");
    assertThat(label(0, 30)).isEqualTo("S2");
  }

  @Test
  void shouldExpectTheLastVoiceFirstWhenNothingIsHeardAgain() {
    // Given
    label(0, 0);
    label(1, 10);

    // When
    labels.newStream();

    // Then
    assertThat(label(0, 50)).isEqualTo("S2");
    assertThat(label(1, 60)).isEqualTo("S1");
    assertThat(label(2, 70)).isEqualTo("S3");
  }

  @Test
  void shouldNotGuessTheSpeakerOfAnInterim() {
    assertThat(labels.known(0)).isNull();
    label(0, 0);
    assertThat(labels.known(0)).isEqualTo("S1");
  }

  private @Nullable String label(@Nullable Integer speaker, long second) {
    long start = second * SampleIndex.PER_SECOND / 10;
    SpokenWord spoken = new SpokenWord("word", start, start + 1600, 0.9, speaker);
    return labels.of(
        spoken, new Word("word", SampleIndex.of(start), SampleIndex.of(start + 1600), 0.9));
  }
}
