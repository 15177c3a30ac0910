package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Fits a {@link CueClassifier}: logistic regression by seeded AdaGrad with an L2 penalty. */
final class CueTrainer {

  /**
   * @param source the encounter it comes from
   */
  record Example(String source, Collection<String> cues, boolean yes) {}

  private static final int EPOCHS = 30;
  private static final double RATE = 0.3;
  private static final double PENALTY = 3e-3;

  /** Encounters a cue must be seen in: no weight knows a name or a single story. */
  private static final int SOURCES = 4;

  private static final float SMALL = 0.25f;

  private CueTrainer() {}

  static Map<String, Float> fit(List<Example> examples) {
    Map<String, Set<String>> sources = new HashMap<>();
    for (Example example : examples) {
      for (String cue : example.cues()) {
        sources.computeIfAbsent(cue, key -> new HashSet<>()).add(example.source());
      }
    }
    Map<String, Integer> index = new TreeMap<>();
    sources.forEach((cue, seenIn) -> {
      if (seenIn.size() >= SOURCES) {
        index.put(cue, 0);
      }
    });
    index.put(CueClassifier.BIAS, 0);
    int next = 0;
    for (Map.Entry<String, Integer> entry : index.entrySet()) {
      entry.setValue(next++);
    }
    double[] weights = new double[next];
    double[] squares = new double[next];
    List<int[]> rows = new ArrayList<>();
    for (Example example : examples) {
      List<Integer> row = new ArrayList<>(List.of(index.get(CueClassifier.BIAS)));
      example.cues().stream().filter(index::containsKey).map(index::get).forEach(row::add);
      rows.add(row.stream().mapToInt(i -> i).toArray());
    }
    int[] order = new Random(1).ints(0, rows.size()).limit((long) EPOCHS * rows.size()).toArray();
    for (int at : order) {
      double sum = 0;
      for (int feature : rows.get(at)) {
        sum += weights[feature];
      }
      double error = 1 / (1 + Math.exp(-sum)) - (examples.get(at).yes() ? 1 : 0);
      for (int feature : rows.get(at)) {
        double gradient = error + PENALTY * weights[feature];
        squares[feature] += gradient * gradient;
        weights[feature] -= RATE * gradient / Math.sqrt(squares[feature] + 1e-6);
      }
    }
    Map<String, Float> fitted = new TreeMap<>();
    index.forEach((cue, i) -> {
      float weight = Math.round(weights[i] * 100) / 100f;
      if (Math.abs(weight) >= SMALL || cue.equals(CueClassifier.BIAS)) {
        fitted.put(cue, weight);
      }
    });
    return fitted;
  }
}
