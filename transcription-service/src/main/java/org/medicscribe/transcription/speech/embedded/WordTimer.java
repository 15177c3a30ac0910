package org.medicscribe.transcription.speech.embedded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gives words their times, which Moonshine does not.
 *
 * <p>Words share the voiced time of their stretch by their length; a word that ends a phrase is
 * moved to the nearest pause. On synthesised speech starts are off by 0.1 s in the mean.
 */
final class WordTimer {

  /** Samples from the start of the audio. */
  record Span(int start, int end) {
    int middle() {
      return start + (end - start) / 2;
    }
  }

  private static final int FRAME = 160;
  private static final int SHORTEST_PAUSE = 10;
  private static final int SNAP_RANGE = 60;

  /** A digit stands for a spoken word. */
  private static final int DIGIT_WEIGHT = 5;

  /** Quieter than the loudest by this many decibels is no voice. */
  private static final double VOICE_RANGE_DB = 30;

  private static final double NOISE_SHARE = 0.35;
  private static final String PHRASE_ENDS = ".,?!;:";

  private WordTimer() {}

  /**
   * @param voicedStart where the voice sets in, in samples
   * @param voicedEnd first sample after it
   */
  static List<Span> spread(List<String> words, short[] audio, int voicedStart, int voicedEnd) {
    int firstFrame = voicedStart / FRAME;
    boolean[] voiced = voicedFrames(audio, firstFrame, Math.ceilDiv(voicedEnd, FRAME));
    double[] ends = endsByWeight(words, voiced);
    snapToPauses(words, ends, pauses(voiced));
    var spans = new ArrayList<Span>(words.size());
    double start = firstVoiced(voiced, 0);
    for (double end : ends) {
      int from = samplePosition(firstFrame, start, audio.length);
      int to = samplePosition(firstFrame, end, audio.length);
      spans.add(new Span(from, Math.max(from, to)));
      start = firstVoiced(voiced, end);
    }
    return spans;
  }

  private static int samplePosition(int firstFrame, double frame, int limit) {
    return (int) Math.min(limit, Math.round((firstFrame + frame) * FRAME));
  }

  /** Walks the voiced frames only; frame positions are counted from the first of them. */
  private static double[] endsByWeight(List<String> words, boolean[] voiced) {
    double total = words.stream().mapToInt(WordTimer::weight).sum();
    int voicedCount = 0;
    for (boolean voice : voiced) {
      voicedCount += voice ? 1 : 0;
    }
    var ends = new double[words.size()];
    double weight = 0;
    int frame = 0;
    int walked = 0;
    for (int i = 0; i < ends.length; i++) {
      weight += weight(words.get(i));
      double due = weight / total * voicedCount;
      while (frame < voiced.length && walked < due) {
        walked += voiced[frame] ? 1 : 0;
        frame++;
      }
      ends[i] = frame;
    }
    return ends;
  }

  private static int weight(String word) {
    return 1 + word.chars().map(c -> Character.isDigit(c) ? DIGIT_WEIGHT : 1).sum();
  }

  /**
   * Moves the end of each phrase to a pause nearby, and the words before and after along with it.
   */
  private static void snapToPauses(List<String> words, double[] ends, List<Span> pauses) {
    int anchoredWord = -1;
    double anchor = 0;
    double shiftedFrom = 0;
    for (int i = 0; i < ends.length - 1; i++) {
      if (PHRASE_ENDS.indexOf(words.get(i).charAt(words.get(i).length() - 1)) < 0) {
        continue;
      }
      double unsnapped = ends[i];
      double limit = anchor;
      var nearest =
          pauses.stream()
              .filter(pause -> pause.start() > limit)
              .filter(pause -> distance(pause, unsnapped) <= SNAP_RANGE)
              .min((a, b) -> Double.compare(distance(a, unsnapped), distance(b, unsnapped)));
      if (nearest.isEmpty()) {
        continue;
      }
      double target = nearest.get().start();
      rescale(ends, anchoredWord + 1, i, shiftedFrom, unsnapped, anchor, target);
      anchoredWord = i;
      shiftedFrom = unsnapped;
      anchor = target;
    }
    int last = ends.length - 1;
    if (last > anchoredWord) {
      rescale(ends, anchoredWord + 1, last, shiftedFrom, ends[last], anchor, ends[last]);
    }
  }

  private static double distance(Span pause, double frame) {
    return frame < pause.start() ? pause.start() - frame : Math.max(0, frame - pause.end());
  }

  /** Maps the ends of words first..last from the old range onto the new one. */
  private static void rescale(
      double[] ends, int first, int last, double from, double to, double newFrom, double newTo) {
    double scale = to > from ? (newTo - newFrom) / (to - from) : 0;
    for (int i = first; i <= last; i++) {
      ends[i] = newFrom + (ends[i] - from) * scale;
    }
  }

  private static double firstVoiced(boolean[] voiced, double from) {
    for (int frame = (int) from; frame < voiced.length; frame++) {
      if (voiced[frame]) {
        return Math.max(frame, from);
      }
    }
    return from;
  }

  private static List<Span> pauses(boolean[] voiced) {
    var pauses = new ArrayList<Span>();
    int start = 0;
    for (int frame = 0; frame <= voiced.length; frame++) {
      if (frame == voiced.length || voiced[frame]) {
        if (frame - start >= SHORTEST_PAUSE) {
          pauses.add(new Span(start, frame));
        }
        start = frame + 1;
      }
    }
    return pauses;
  }

  private static boolean[] voicedFrames(short[] audio, int first, int last) {
    var decibels = new double[Math.max(0, Math.min(last, audio.length / FRAME) - first)];
    for (int i = 0; i < decibels.length; i++) {
      double sum = 1;
      for (int k = (first + i) * FRAME; k < (first + i + 1) * FRAME; k++) {
        sum += (double) audio[k] * audio[k];
      }
      decibels[i] = 10 * Math.log10(sum / FRAME);
    }
    double[] sorted = decibels.clone();
    Arrays.sort(sorted);
    var voiced = new boolean[decibels.length];
    if (voiced.length == 0) {
      return voiced;
    }
    double loud = sorted[(int) (0.95 * (sorted.length - 1))];
    double quiet = sorted[(int) (0.1 * (sorted.length - 1))];
    double threshold = Math.max(loud - VOICE_RANGE_DB, quiet + NOISE_SHARE * (loud - quiet));
    for (int i = 0; i < voiced.length; i++) {
      voiced[i] = decibels[i] >= Math.min(threshold, loud);
    }
    return voiced;
  }
}
