package org.medicscribe.transcription.speech.embedded.voice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds which prints belong to one voice.
 *
 * <p>Prints are compared as they differ from the mean of the whole visit: what all share is room
 * and microphone. Groups that are too many are joined while their means, corrected for what chance
 * adds to a mean of little speech, point the same way.
 */
final class VoiceGroups {

  static final int MOST_VOICES = 4;

  /** Groups from which joining goes on by their means. */
  private static final int FIRST_GROUPS = 8;

  private static final int ROUNDS = 5;

  /**
   * Means of one voice heard twice are above this in 95 of 100, those of two voices below it, as
   * measured on read speech and meetings.
   */
  private static final double SAME_VOICE = 0.64;

  /** Variance of the print of {@link #TYPICAL_SECONDS} of one voice, over all its numbers. */
  private static final double CHANCE = 0.55 * VoicePrinter.SIZE;

  private static final double TYPICAL_SECONDS = 2;

  /** However little speech it is, this much of a mean is no chance. */
  private static final double LEAST_CERTAIN = 0.3;

  /** The pitch of a voice in different parts of a visit differs by no more. */
  private static final double ONE_VOICE_SEMITONES = 5;

  /** Three semitones further apart, and no likeness makes one voice of two. */
  private static final double BY_SEMITONE = 0.12;

  /** Less speech makes no second voice. */
  private static final double SECOND_VOICE_SECONDS = 2.5;

  /** Less speech makes no voice beside two others. */
  private static final double FURTHER_VOICE_SECONDS = 4;

  private final List<VoicePrint> prints;

  private VoiceGroups(List<VoicePrint> prints) {
    this.prints = prints;
  }

  /** The voices, as groups of indices into the prints; none of no prints. */
  static List<List<Integer>> voices(List<VoicePrint> prints) {
    var groups = new VoiceGroups(prints);
    return groups.joinSameVoices(groups.joined(FIRST_GROUPS));
  }

  /** The same prints as at most so many, the most alike joined. */
  static List<List<Integer>> joined(List<VoicePrint> prints, int most) {
    return new VoiceGroups(prints).joined(most);
  }

  /** The mean likeness of two groups decides which are joined next. */
  private List<List<Integer>> joined(int most) {
    int count = prints.size();
    float[] middle = count == 0 ? new float[0] : VoicePrint.mean(prints).vector();
    List<float[]> centred = prints.stream().map(print -> without(middle, print)).toList();
    var likeness = new float[count][count];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < i; k++) {
        likeness[i][k] = VoicePrint.product(centred.get(i), centred.get(k));
        likeness[k][i] = likeness[i][k];
      }
    }
    var groups = new ArrayList<List<Integer>>();
    var places = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      groups.add(new ArrayList<>(List.of(i)));
      places.add(i);
    }
    while (groups.size() > most) {
      joinMostAlike(groups, places, likeness);
    }
    return groups;
  }

  private static void joinMostAlike(
      List<List<Integer>> groups, List<Integer> places, float[][] likeness) {
    int first = 1;
    int second = 0;
    float best = Float.NEGATIVE_INFINITY;
    for (int i = 1; i < places.size(); i++) {
      float[] row = likeness[places.get(i)];
      for (int k = 0; k < i; k++) {
        if (row[places.get(k)] > best) {
          best = row[places.get(k)];
          first = i;
          second = k;
        }
      }
    }
    float own = groups.get(second).size();
    float others = groups.get(first).size();
    int kept = places.get(second);
    int gone = places.get(first);
    for (int place : places) {
      likeness[kept][place] =
          (own * likeness[kept][place] + others * likeness[gone][place]) / (own + others);
      likeness[place][kept] = likeness[kept][place];
    }
    groups.get(second).addAll(groups.get(first));
    groups.remove(first);
    places.remove(first);
  }

  private List<List<Integer>> joinSameVoices(List<List<Integer>> start) {
    List<List<Integer>> groups = settled(start);
    while (groups.size() > 1) {
      List<VoicePrint> means = means(groups);
      int first = 0;
      int second = 0;
      double best = Double.NEGATIVE_INFINITY;
      for (int i = 1; i < means.size(); i++) {
        for (int k = 0; k < i; k++) {
          double same = sameness(means.get(i), means.get(k));
          if (same > best) {
            best = same;
            first = i;
            second = k;
          }
        }
      }
      if (best <= SAME_VOICE) {
        int small =
            IntStream.range(0, means.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> means.get(i).seconds()))
                .orElseThrow();
        if (groups.size() <= MOST_VOICES && means.get(small).seconds() >= leastSeconds(groups)) {
          return groups;
        }
        first = small;
        second = mostLike(means, small);
      }
      var fewer = new ArrayList<>(groups);
      List<Integer> both = new ArrayList<>(groups.get(second));
      both.addAll(groups.get(first));
      fewer.set(second, both);
      fewer.remove(first);
      groups = settled(fewer);
    }
    return groups;
  }

  private static double leastSeconds(List<List<Integer>> groups) {
    return groups.size() > 2 ? FURTHER_VOICE_SECONDS : SECOND_VOICE_SECONDS;
  }

  private static int mostLike(List<VoicePrint> means, int small) {
    return IntStream.range(0, means.size())
        .filter(i -> i != small)
        .boxed()
        .max(Comparator.comparingDouble(i -> sameness(means.get(i), means.get(small))))
        .orElseThrow();
  }

  /** Each print to the group whose mean it is most like, a few times over. */
  private List<List<Integer>> settled(List<List<Integer>> start) {
    List<List<Integer>> groups = start;
    for (int round = 0; round < ROUNDS && groups.size() > 1; round++) {
      List<float[]> means = means(groups).stream().map(VoicePrint::direction).toList();
      var next = new ArrayList<List<Integer>>();
      means.forEach(_ -> next.add(new ArrayList<>()));
      for (int i = 0; i < prints.size(); i++) {
        next.get(nearest(prints.get(i).vector(), means)).add(i);
      }
      next.removeIf(List::isEmpty);
      if (next.equals(groups)) {
        return next;
      }
      groups = next;
    }
    return groups;
  }

  /** The index of the direction that the vector points to most. */
  static int nearest(float[] vector, List<float[]> directions) {
    int nearest = 0;
    for (int i = 1; i < directions.size(); i++) {
      if (VoicePrint.product(vector, directions.get(i))
          > VoicePrint.product(vector, directions.get(nearest))) {
        nearest = i;
      }
    }
    return nearest;
  }

  private List<VoicePrint> means(List<List<Integer>> groups) {
    return groups.stream()
        .map(group -> VoicePrint.mean(group.stream().map(prints::get).toList()))
        .toList();
  }

  /**
   * The cosine that the means would have without chance, 1 for one voice, less what their pitch
   * lies apart.
   */
  private static double sameness(VoicePrint one, VoicePrint other) {
    return VoicePrint.product(one.vector(), other.vector())
            / Math.sqrt(certain(one) * certain(other))
        - pitchApart(one, other);
  }

  private static double pitchApart(VoicePrint one, VoicePrint other) {
    double apart = Math.abs(one.pitch() - other.pitch()) - ONE_VOICE_SEMITONES;
    return apart > 0 ? apart * BY_SEMITONE : 0;
  }

  private static double certain(VoicePrint mean) {
    double square = VoicePrint.product(mean.vector(), mean.vector());
    double chance = CHANCE * TYPICAL_SECONDS / Math.max(mean.seconds(), 1);
    return Math.max(square - chance, LEAST_CERTAIN * square) + 1e-9;
  }

  private static float[] without(float[] middle, VoicePrint print) {
    var centred = new float[middle.length];
    for (int k = 0; k < centred.length; k++) {
      centred[k] = print.vector()[k] - middle[k];
    }
    return new VoicePrint(centred, print.pitch(), print.seconds()).direction();
  }
}
