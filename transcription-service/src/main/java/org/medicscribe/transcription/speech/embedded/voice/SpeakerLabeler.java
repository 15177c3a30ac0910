package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells two people on one microphone apart as they speak, and says nothing where it is not sure.
 *
 * <p>A label is never taken back, so a second speaker is found only on clear evidence: to split one
 * person in two is worse than to leave a turn unlabelled. Distances are in units of what one
 * person's voice varies by from turn to turn.
 */
final class SpeakerLabeler {

  private static final int MOST_SPEAKERS = 2;

  private static final double PITCH_UNIT = 3;
  private static final double TIMBRE_UNIT = 1.2;

  /** Less voice than this says nothing about whose it is. */
  private static final double SHORTEST_TO_LABEL = 0.3;

  /** Less voice than this is not typical enough to know a person by. */
  private static final double SHORTEST_TO_LEARN = 1;

  private static final double SURELY_SAME = 1.6;
  private static final double SURELY_DIFFERENT = 2.2;
  private static final double CLEARLY_NEARER = 0.6;

  private final List<VoicePrint> speakers = new ArrayList<>();

  /** The last voice that may not be the only speaker's. */
  private @Nullable VoicePrint stranger;

  /** The number of the speaker, from 0 in order of appearance, or null when unsure. */
  @Nullable Integer label(VoicePrint print) {
    if (print.seconds() < SHORTEST_TO_LABEL) {
      return null;
    }
    boolean typical = print.seconds() >= SHORTEST_TO_LEARN;
    int nearest = nearest(print);
    if (nearest < 0) {
      return typical ? learn(print) : null;
    }
    double distance = distance(print, speakers.get(nearest));
    if (speakers.size() < MOST_SPEAKERS && distance >= SURELY_SAME) {
      return typical ? learnIfEvident(print, distance) : null;
    }
    if (speakers.size() == MOST_SPEAKERS && !isClearlyNearer(print, nearest, distance)) {
      return null;
    }
    if (typical && distance < SURELY_SAME) {
      speakers.set(nearest, speakers.get(nearest).with(print));
    }
    return nearest;
  }

  /** A voice that is only somewhat different must be heard twice. */
  private @Nullable Integer learnIfEvident(VoicePrint print, double distance) {
    VoicePrint before = stranger;
    if (distance >= SURELY_DIFFERENT) {
      return learn(print);
    }
    if (before != null && distance(print, before) <= distance - CLEARLY_NEARER) {
      return learn(print.with(before));
    }
    stranger = print;
    return null;
  }

  private int learn(VoicePrint print) {
    speakers.add(print);
    return speakers.size() - 1;
  }

  private int nearest(VoicePrint print) {
    int nearest = -1;
    for (int i = 0; i < speakers.size(); i++) {
      if (nearest < 0
          || distance(print, speakers.get(i)) < distance(print, speakers.get(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private boolean isClearlyNearer(VoicePrint print, int nearest, double distance) {
    return distance(print, speakers.get(1 - nearest)) - distance >= CLEARLY_NEARER;
  }

  /** Whether two stretches cannot well be of one person. */
  static boolean surelyDiffer(VoicePrint one, VoicePrint other) {
    return distance(one, other) >= SURELY_DIFFERENT;
  }

  static double distance(VoicePrint one, VoicePrint other) {
    double pitch = (one.pitch() - other.pitch()) / PITCH_UNIT;
    double sum = 0;
    for (int k = 0; k < one.timbre().length; k++) {
      double difference = one.timbre()[k] - other.timbre()[k];
      sum += difference * difference;
    }
    double timbre = Math.sqrt(sum / one.timbre().length) / TIMBRE_UNIT;
    return Math.hypot(pitch, timbre);
  }
}
