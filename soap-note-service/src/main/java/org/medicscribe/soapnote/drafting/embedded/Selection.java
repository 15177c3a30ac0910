package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses what goes into the note: the most relevant first, less the more it repeats what is
 * already in (maximal marginal relevance), until the note is as long as a note should be.
 */
final class Selection {

  private final double share;
  private final int fewestWords;
  private final int mostWords;
  private final double repetition;
  private final double least;

  /**
   * @param share how many words of note for a word of transcript, beyond the first ones
   * @param fewestWords room that the shortest visit has; used up only by what is worth it
   * @param repetition how much likeness to a chosen statement costs
   * @param least the lowest score, repetition considered, worth a place
   */
  Selection(double share, int fewestWords, int mostWords, double repetition, double least) {
    this.share = share;
    this.fewestWords = fewestWords;
    this.mostWords = mostWords;
    this.repetition = repetition;
    this.least = least;
  }

  /** As read best on the encounters the models were trained on: what is not worth it stays out. */
  static Selection standard() {
    return new Selection(0.3, 100, 700, 0.1, 0.09);
  }

  /** The chosen ones, in the order they were said. */
  List<Placement> choose(List<Placement> placements, int transcriptWords) {
    long room = Math.min(fewestWords + Math.round(transcriptWords * share), mostWords);
    List<Placement> left = new ArrayList<>(placements);
    double[] likeness = new double[left.size()];
    boolean[] taken = new boolean[left.size()];
    List<Placement> chosen = new ArrayList<>();
    while (room > 0) {
      int best = best(left, likeness, taken);
      if (best < 0) {
        break;
      }
      Placement placement = left.get(best);
      taken[best] = true;
      chosen.add(placement);
      room -= placement.candidate().wordCount();
      for (int i = 0; i < left.size(); i++) {
        if (!taken[i]) {
          likeness[i] = Math.max(likeness[i], left.get(i).likeness(placement));
        }
      }
    }
    chosen.sort(Comparator.comparingInt(placements::indexOf));
    return chosen;
  }

  private int best(List<Placement> placements, double[] likeness, boolean[] taken) {
    int best = -1;
    double highest = least;
    for (int i = 0; i < placements.size(); i++) {
      double value = placements.get(i).score() - repetition * likeness[i];
      if (!taken[i] && value > highest) {
        highest = value;
        best = i;
      }
    }
    return best;
  }
}
