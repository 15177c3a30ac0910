package org.medicscribe.transcription.speech.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Runs {@link SpeechEvaluation} in real time when {@code -Dspeech=<folder>} names recordings. */
@EnabledIfSystemProperty(named = "speech", matches = ".+")
class SpeechEvaluationTest {

  @Test
  void shouldUnderstandMostWords() throws Exception {
    WordErrors errors = SpeechEvaluation.live(Objects.requireNonNull(System.getProperty("speech")));

    assertThat(errors.rate()).isLessThan(0.5);
  }
}
