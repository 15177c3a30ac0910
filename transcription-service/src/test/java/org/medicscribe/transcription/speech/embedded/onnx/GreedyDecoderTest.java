package org.medicscribe.transcription.speech.embedded.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.onnx.GreedyDecoder.Outcome;
import org.medicscribe.transcription.speech.embedded.onnx.GreedyDecoder.Token;

class GreedyDecoderTest {

  private static final int VOCABULARY = 40;

  @Test
  void shouldTakeTheLikeliestTokensUntilTheEnd() {
    // When
    Outcome outcome = decode(10, 5, 6, 7, GreedyDecoder.END);

    // Then
    assertThat(ids(outcome)).containsExactly(5, 6, 7);
  }

  @Test
  void shouldSayHowSureItIs() {
    // Given
    var even = new float[VOCABULARY];
    even[5] = 1e-3f;
    var steps = new ArrayDeque<>(List.of(even, surely(GreedyDecoder.END)));

    // When
    Outcome outcome = GreedyDecoder.decode(token -> steps.remove(), 10, () -> false);

    // Then
    assertThat(((Outcome.Complete) outcome).tokens())
        .singleElement()
        .extracting(Token::logProbability)
        .satisfies(logProbability ->
            assertThat(Math.exp(logProbability)).isBetween(0.9 / VOCABULARY, 1.1 / VOCABULARY));
  }

  @Test
  void shouldNotBelieveInNothingUnlessTheNetworkIsSure() {
    // Given
    float[] doubtful = surely(GreedyDecoder.END);
    doubtful[9] = doubtful[GreedyDecoder.END] - 2;

    // When
    Outcome doubted =
        GreedyDecoder.decode(
            token -> token == 9 ? surely(GreedyDecoder.END) : doubtful, 10, () -> false);
    Outcome sure = decode(10, GreedyDecoder.END);

    // Then
    assertThat(ids(doubted)).containsExactly(9);
    assertThat(ids(sure)).isEmpty();
  }

  @Test
  void shouldDropAResultThatRepeatsAWordOrAPhrase() {
    assertThat(decodeRepeating(step -> 5)).isInstanceOf(Outcome.Runaway.class);
    assertThat(decodeRepeating(step -> 5 + step % 8)).isInstanceOf(Outcome.Runaway.class);
  }

  @Test
  void shouldDropAResultThatIsLongerThanAnyoneSpeaks() {
    // When
    Outcome outcome = decode(1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Runaway.class);
  }

  @Test
  void shouldAllowWhatPeopleDoRepeat() {
    // When
    Outcome outcome = decode(10, 5, 5, 5, 6, 7, 6, 7, 6, 7, GreedyDecoder.END);

    // Then
    assertThat(ids(outcome)).hasSize(9);
  }

  @Test
  void shouldEndEarlyWhenAbandoned() {
    // When
    Outcome outcome = GreedyDecoder.decode(token -> surely(5), 10, () -> true);

    // Then
    assertThat(outcome).isInstanceOf(Outcome.Abandoned.class);
  }

  private static Outcome decode(double seconds, int... tokens) {
    var steps = new ArrayDeque<Integer>(Arrays.stream(tokens).boxed().toList());
    return GreedyDecoder.decode(token -> surely(steps.remove()), seconds, () -> false);
  }

  private static Outcome decodeRepeating(IntUnaryOperator tokenOfStep) {
    var step = new int[1];
    return GreedyDecoder.decode(
        token -> surely(tokenOfStep.applyAsInt(step[0]++)), 10, () -> false);
  }

  private static List<Integer> ids(Outcome outcome) {
    return ((Outcome.Complete) outcome).tokens().stream().map(Token::id).toList();
  }

  private static float[] surely(int token) {
    var scores = new float[VOCABULARY];
    scores[token] = 20;
    return scores;
  }
}
