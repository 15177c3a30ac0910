package org.medicscribe.transcription.speech.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

class SecondOpinionTest {

  private final List<Integer> lengths = new ArrayList<>();
  private final Deque<Transcription> readings = new ArrayDeque<>();
  private final SecondOpinion opinion =
      new SecondOpinion((samples, abandoned) -> {
        lengths.add(samples.length);
        return readings.remove();
      });

  @Test
  void shouldBelieveASureReading() {
    assertThat(read(heard("clear", -0.05))).isEqualTo(heard("clear", -0.05));
    assertThat(lengths).containsExactly(32_000);
  }

  @Test
  void shouldKeepTheSurerOfTwoReadings() {
    assertThat(read(heard("doubtful", -0.3), heard("better", -0.04)))
        .isEqualTo(heard("better", -0.04));
    assertThat(read(heard("doubtful", -0.3), heard("worse", -0.5)))
        .isEqualTo(heard("doubtful", -0.3));
    assertThat(lengths).containsExactly(32_000, 28_800, 32_000, 28_800);
  }

  @Test
  void shouldTryAgainWhereNothingWasUnderstood() {
    var nothing = new Transcription.Heard(List.of());
    var runaway = new Transcription.Unintelligible();

    assertThat(read(runaway, heard("found", -0.8))).isEqualTo(heard("found", -0.8));
    assertThat(read(nothing, heard("found", -0.8))).isEqualTo(heard("found", -0.8));
    assertThat(read(runaway, runaway)).isEqualTo(runaway);
  }

  @Test
  void shouldReadNoFurtherWhenAbandoned() {
    var abandoned = new Transcription.Abandoned();

    assertThat(read(abandoned)).isEqualTo(abandoned);
    assertThat(read(heard("doubtful", -0.3), abandoned)).isEqualTo(abandoned);
  }

  private Transcription read(Transcription... answers) {
    readings.addAll(Arrays.asList(answers));
    return opinion.transcribe(new float[32_000], () -> false);
  }

  private static Transcription heard(String word, double logProbability) {
    return new Transcription.Heard(List.of(new HeardWord(word, logProbability)));
  }
}
