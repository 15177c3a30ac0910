package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.transcription.speech.embedded.voice.VoicePrinter.Span;

/** Where in a stretch of speech somebody speaks without a pause worth the name, by loudness. */
final class VoicedRuns {

  private static final int FRAME = SampleIndex.PER_SECOND / 100;

  /** Loudness is taken over this many frames. */
  private static final int SMOOTHED = 5;

  /** A voice that is away for longer may come back as another. */
  private static final int LONGEST_GAP = 25;

  private static final int SHORTEST = 20;

  /** Consonants at the edges are quiet. */
  private static final int MARGIN = 5;

  /** Quieter than the loudest by this many decibels is no voice. */
  private static final double VOICE_RANGE_DB = 30;

  private static final double NOISE_SHARE = 0.3;

  /** Speech without a pause has no noise to compare with: so much below the loudest is voice. */
  private static final double SURE_RANGE_DB = 15;

  /** Quieter is nothing. */
  private static final double FAINTEST_DB = 10;

  private VoicedRuns() {}

  static List<Span> of(short[] audio) {
    boolean[] voiced = voiced(decibels(audio));
    var runs = new ArrayList<Span>();
    int start = -1;
    int last = -1;
    for (int frame = 0; frame < voiced.length; frame++) {
      if (!voiced[frame]) {
        continue;
      }
      if (start >= 0 && frame - last > LONGEST_GAP) {
        add(runs, start, last + 1, audio.length);
        start = frame;
      } else if (start < 0) {
        start = frame;
      }
      last = frame;
    }
    if (start >= 0) {
      add(runs, start, last + 1, audio.length);
    }
    return runs;
  }

  private static void add(List<Span> runs, int from, int to, int samples) {
    if (to - from >= SHORTEST) {
      runs.add(
          new Span(Math.max(0, from - MARGIN) * FRAME, Math.min(samples, (to + MARGIN) * FRAME)));
    }
  }

  private static boolean[] voiced(double[] decibels) {
    var voiced = new boolean[decibels.length];
    if (decibels.length == 0) {
      return voiced;
    }
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    double loud = sorted[(int) (0.95 * (sorted.length - 1))];
    double quiet = sorted[(int) (0.05 * (sorted.length - 1))];
    double noise = Math.min(quiet + NOISE_SHARE * (loud - quiet), loud - SURE_RANGE_DB);
    double threshold = Math.max(FAINTEST_DB, Math.max(noise, loud - VOICE_RANGE_DB));
    for (int i = 0; i < voiced.length; i++) {
      voiced[i] = decibels[i] >= threshold;
    }
    return voiced;
  }

  private static double[] decibels(short[] audio) {
    var raw = new double[audio.length / FRAME];
    for (int frame = 0; frame < raw.length; frame++) {
      double sum = 0;
      for (int i = frame * FRAME; i < (frame + 1) * FRAME; i++) {
        sum += (double) audio[i] * audio[i];
      }
      raw[frame] = 10 * Math.log10(sum / FRAME + 1);
    }
    var smooth = new double[raw.length];
    for (int frame = 0; frame < raw.length; frame++) {
      int from = Math.max(0, frame - SMOOTHED / 2);
      int to = Math.min(raw.length, frame + SMOOTHED / 2 + 1);
      for (int i = from; i < to; i++) {
        smooth[frame] += raw[i] / (to - from);
      }
    }
    return smooth;
  }
}
