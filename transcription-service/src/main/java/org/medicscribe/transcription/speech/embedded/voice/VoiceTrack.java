package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.medicscribe.events.SampleIndex;

/** Pitch and timbre along a stretch of speech, every {@link #HOP} samples. */
final class VoiceTrack {

  static final int HOP = SampleIndex.PER_SECOND / 50;

  /** A voice that is away for longer may come back as another. */
  private static final int LONGEST_GAP = 12;

  private static final double HOP_SECONDS = (double) HOP / SampleIndex.PER_SECOND;

  /**
   * Hops with little break between them.
   *
   * @param end first hop after it
   */
  record Run(int start, int end) {}

  /** In semitones above 100 Hz; not a number where there is no voice. */
  private final double[] pitch;

  private final double[][] timbre;

  private VoiceTrack(double[] pitch, double[][] timbre) {
    this.pitch = pitch;
    this.timbre = timbre;
  }

  static VoiceTrack of(short[] audio) {
    var tracker = new PitchTracker();
    var cepstrum = new MelCepstrum();
    int usable = audio.length - Math.max(PitchTracker.span(), MelCepstrum.SPAN);
    int hops = usable < 0 ? 0 : usable / HOP + 1;
    var pitch = new double[hops];
    var timbre = new double[hops][];
    for (int hop = 0; hop < hops; hop++) {
      double hertz = tracker.pitchAt(audio, hop * HOP);
      pitch[hop] = hertz > 0 ? 12 * Math.log(hertz / 100) / Math.log(2) : Double.NaN;
      timbre[hop] = hertz > 0 ? cepstrum.at(audio, hop * HOP) : new double[0];
    }
    return new VoiceTrack(pitch, timbre);
  }

  Run whole() {
    return new Run(0, pitch.length);
  }

  /** The stretches between pauses. */
  List<Run> runs() {
    var runs = new ArrayList<Run>();
    int start = -1;
    int lastVoiced = -1;
    for (int hop = 0; hop < pitch.length; hop++) {
      if (Double.isNaN(pitch[hop])) {
        continue;
      }
      if (start >= 0 && hop - lastVoiced > LONGEST_GAP) {
        runs.add(new Run(start, lastVoiced + 1));
        start = hop;
      } else if (start < 0) {
        start = hop;
      }
      lastVoiced = hop;
    }
    if (start >= 0) {
      runs.add(new Run(start, lastVoiced + 1));
    }
    return runs;
  }

  VoicePrint print(Run run) {
    double[] pitches =
        Arrays.stream(pitch, run.start(), run.end())
            .filter(semitones -> !Double.isNaN(semitones))
            .sorted()
            .toArray();
    var mean = new double[MelCepstrum.COEFFICIENTS];
    for (int hop = run.start(); hop < run.end(); hop++) {
      for (int k = 0; k < timbre[hop].length; k++) {
        mean[k] += timbre[hop][k] / pitches.length;
      }
    }
    double median = pitches.length == 0 ? 0 : pitches[pitches.length / 2];
    return new VoicePrint(median, mean, pitches.length * HOP_SECONDS);
  }
}
