package org.medicscribe.transcription.speech.embedded;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

/**
 * Says that speech was not understood where the network made words up: another language, several
 * voices at once, a microphone that cannot cope.
 *
 * <p>Two signs tell. Nearly every word is a guess. Or a sentence stands there again and again: the
 * network is surer of it each time, so only the first time shows the doubt.
 */
final class WithoutGuesswork implements Transcriber {

  /** Mean confidence of words of which next to none is right. */
  private static final double GUESSED = 0.4;

  /** Mean confidence of a sentence that nobody said twice. */
  private static final double DOUBTFUL = 0.6;

  /** Fewer words tell too little about the rest. */
  private static final int A_FEW = 5;

  /** People say a sentence twice; three times in one breath they do not. */
  private static final int TOO_OFTEN = 3;

  private final Transcriber reader;

  WithoutGuesswork(Transcriber reader) {
    this.reader = reader;
  }

  @Override
  public Transcription transcribe(float[] samples, BooleanSupplier abandoned) {
    Transcription read = reader.transcribe(samples, abandoned);
    return read instanceof Transcription.Heard(List<HeardWord> words) && isGuesswork(words)
        ? new Transcription.Unintelligible()
        : read;
  }

  private static boolean isGuesswork(List<HeardWord> words) {
    return words.size() >= A_FEW && (confidence(words) < GUESSED || repeatsItself(words));
  }

  private static boolean repeatsItself(List<HeardWord> words) {
    List<String> said =
        words.stream()
            .map(word -> word.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", ""))
            .toList();
    for (int length = A_FEW; length <= said.size() / 2; length++) {
      for (int start = 0; start + 2 * length <= said.size(); start++) {
        int times = times(said, start, length);
        if (times >= TOO_OFTEN
            || times > 1 && confidence(words.subList(start, start + length)) < DOUBTFUL) {
          return true;
        }
      }
    }
    return false;
  }

  /** How often the words from {@code start} stand there one after the other. */
  private static int times(List<String> said, int start, int length) {
    List<String> phrase = said.subList(start, start + length);
    int times = 1;
    while (start + (times + 1) * length <= said.size()
        && said.subList(start + times * length, start + (times + 1) * length).equals(phrase)) {
      times++;
    }
    return times;
  }

  private static double confidence(List<HeardWord> words) {
    return words.stream().mapToDouble(HeardWord::confidence).average().orElse(1);
  }
}
