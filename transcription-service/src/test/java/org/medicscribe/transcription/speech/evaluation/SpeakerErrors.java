package org.medicscribe.transcription.speech.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The diarisation error: speech that nobody was said to speak, silence that somebody was, and
 * speech of another voice, in seconds. As usual, 250 ms about each change of the reference do not
 * count; nor do places where several speak at once, since a transcript has one speaker a word.
 *
 * @param spoken of the reference, as it counts
 */
public record SpeakerErrors(double missed, double added, double confused, double spoken) {

  static final SpeakerErrors NONE = new SpeakerErrors(0, 0, 0, 0);

  private static final int PER_SECOND = 100;
  private static final double COLLAR = 0.25;

  static SpeakerErrors between(List<SpeakerTime> reference, List<SpeakerTime> found) {
    List<String> speakers = names(reference);
    List<String> voices = names(found);
    double end =
        Math.max(
            reference.stream().mapToDouble(SpeakerTime::end).max().orElse(0),
            found.stream().mapToDouble(SpeakerTime::end).max().orElse(0));
    int length = (int) Math.ceil(end * PER_SECOND) + 1;
    int[] said = masks(reference, speakers, length);
    int[] heard = masks(found, voices, length);
    boolean[] counts = counted(reference, said);
    var together = new int[speakers.size()][Math.max(voices.size(), speakers.size())];
    int missed = 0;
    int added = 0;
    int both = 0;
    int spoken = 0;
    for (int at = 0; at < length; at++) {
      if (!counts[at]) {
        continue;
      }
      spoken += said[at] == 0 ? 0 : 1;
      missed += said[at] != 0 && heard[at] == 0 ? 1 : 0;
      added += said[at] == 0 && heard[at] != 0 ? 1 : 0;
      if (said[at] != 0 && heard[at] != 0) {
        both++;
        together[Integer.numberOfTrailingZeros(said[at])][
            Integer.numberOfTrailingZeros(heard[at])]++;
      }
    }
    int right = bestMatch(together, 0, 0);
    return new SpeakerErrors(
        (double) missed / PER_SECOND,
        (double) added / PER_SECOND,
        (double) (both - right) / PER_SECOND,
        (double) spoken / PER_SECOND);
  }

  SpeakerErrors plus(SpeakerErrors other) {
    return new SpeakerErrors(
        missed + other.missed,
        added + other.added,
        confused + other.confused,
        spoken + other.spoken);
  }

  double rate() {
    return spoken == 0 ? 0 : (missed + added + confused) / spoken;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "DER %.1f %% (%.1f missed, %.1f added, %.1f another's)",
        100 * rate(),
        100 * missed / spoken,
        100 * added / spoken,
        100 * confused / spoken);
  }

  /** Which voice is which speaker, so that most agrees. */
  private static int bestMatch(int[][] together, int speaker, int taken) {
    if (speaker == together.length) {
      return 0;
    }
    int best = 0;
    for (int voice = 0; voice < together[speaker].length; voice++) {
      if ((taken & 1 << voice) == 0) {
        int with = together[speaker][voice] + bestMatch(together, speaker + 1, taken | 1 << voice);
        best = Math.max(best, with);
      }
    }
    return best;
  }

  private static boolean[] counted(List<SpeakerTime> reference, int[] said) {
    var counts = new boolean[said.length];
    for (int at = 0; at < said.length; at++) {
      counts[at] = Integer.bitCount(said[at]) <= 1;
    }
    for (SpeakerTime time : reference) {
      for (double edge : new double[] {time.start(), time.end()}) {
        int from = Math.clamp(Math.round((edge - COLLAR) * PER_SECOND), 0, said.length);
        int to = Math.clamp(Math.round((edge + COLLAR) * PER_SECOND), from, said.length);
        Arrays.fill(counts, from, to, false);
      }
    }
    return counts;
  }

  private static int[] masks(List<SpeakerTime> times, List<String> names, int length) {
    var masks = new int[length];
    for (SpeakerTime time : times) {
      int from = (int) Math.round(time.start() * PER_SECOND);
      int to = (int) Math.min(length, Math.round(time.end() * PER_SECOND));
      for (int at = from; at < to; at++) {
        masks[at] |= 1 << names.indexOf(time.speaker());
      }
    }
    return masks;
  }

  private static List<String> names(List<SpeakerTime> times) {
    return times.stream().map(SpeakerTime::speaker).distinct().sorted().toList();
  }
}
