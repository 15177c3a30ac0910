package org.medicscribe.transcription.speech.embedded.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Takes the likeliest token at each step, and notices when the network has lost the thread.
 *
 * <p>A sequence network that is unsure tends to repeat itself for ever; what it wrote by then is
 * invented, so a loop or a run past the limit drops the whole result.
 */
final class GreedyDecoder {

  static final int BEGIN = 1;
  static final int END = 2;

  private static final double TOKENS_PER_SECOND = 6;
  private static final int SPARE_TOKENS = 2;
  private static final int SAME_TOKEN_LIMIT = 6;
  private static final int PHRASE_LIMIT = 4;
  private static final int LONGEST_PHRASE = 8;

  /** Below this, "nothing was said" is not believed where the voice detector heard a voice. */
  private static final double SURE_OF_NOTHING = 0.97;

  /** A step of the network. */
  @FunctionalInterface
  interface Network<E extends Exception> {
    /** The score of every token of the vocabulary, given that {@code token} was written last. */
    float[] scoresAfter(int token) throws E;
  }

  /** A token and the natural logarithm of its probability. */
  record Token(int id, double logProbability) {}

  sealed interface Outcome {
    record Complete(List<Token> tokens) implements Outcome {}

    record Runaway() implements Outcome {}

    record Abandoned() implements Outcome {}
  }

  private GreedyDecoder() {}

  static <E extends Exception> Outcome decode(
      Network<E> network, double seconds, BooleanSupplier abandoned) throws E {
    int limit = (int) Math.ceil(TOKENS_PER_SECOND * seconds) + SPARE_TOKENS;
    var written = new ArrayList<Token>();
    int last = BEGIN;
    while (written.size() < limit) {
      if (abandoned.getAsBoolean()) {
        return new Outcome.Abandoned();
      }
      Optional<Token> next = likeliest(network.scoresAfter(last), written.isEmpty());
      if (next.isEmpty()) {
        return new Outcome.Complete(written);
      }
      written.add(next.get());
      last = next.get().id();
      if (isLooping(written)) {
        return new Outcome.Runaway();
      }
    }
    return new Outcome.Runaway();
  }

  /** Empty: the network ends here. */
  private static Optional<Token> likeliest(float[] scores, boolean first) {
    int best = indexOfMax(scores, -1);
    double logOfSum = logOfSum(scores, scores[best]);
    double logProbability = scores[best] - logOfSum;
    if (best == END && first && Math.exp(logProbability) < SURE_OF_NOTHING) {
      best = indexOfMax(scores, END);
      logProbability = scores[best] - logOfSum;
    }
    return best == END ? Optional.empty() : Optional.of(new Token(best, logProbability));
  }

  private static int indexOfMax(float[] scores, int except) {
    int best = except == 0 ? 1 : 0;
    for (int i = best + 1; i < scores.length; i++) {
      if (scores[i] > scores[best] && i != except) {
        best = i;
      }
    }
    return best;
  }

  private static double logOfSum(float[] scores, float max) {
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score - max);
    }
    return max + Math.log(sum);
  }

  private static boolean isLooping(List<Token> written) {
    if (repeats(written, 1, SAME_TOKEN_LIMIT)) {
      return true;
    }
    for (int phrase = 2; phrase <= LONGEST_PHRASE; phrase++) {
      if (repeats(written, phrase, PHRASE_LIMIT)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the last {@code length} tokens stand there {@code times} times in a row. */
  private static boolean repeats(List<Token> written, int length, int times) {
    int end = written.size();
    if (end < length * times) {
      return false;
    }
    for (int i = end - length * (times - 1) - 1; i >= end - length * times; i--) {
      for (int k = 1; k < times; k++) {
        if (written.get(i).id() != written.get(i + k * length).id()) {
          return false;
        }
      }
    }
    return true;
  }
}
