package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * ROUGE F1 of a text against a reference (Lin 2004): lower case, runs of letters and digits as
 * tokens, no stemming, no stop words left out; ROUGE-L over the whole text as one sequence.
 */
record Rouge(double one, double two, double longest) {

  private static final Pattern TOKEN = Pattern.compile("[a-z0-9]+");

  static Rouge of(String text, String reference) {
    List<String> ours = tokens(text);
    List<String> theirs = tokens(reference);
    return new Rouge(
        grams(ours, theirs, 1),
        grams(ours, theirs, 2),
        f1(longestCommon(ours, theirs), ours.size(), theirs.size()));
  }

  static Rouge mean(List<Rouge> scores) {
    return new Rouge(
        scores.stream().mapToDouble(Rouge::one).average().orElse(0),
        scores.stream().mapToDouble(Rouge::two).average().orElse(0),
        scores.stream().mapToDouble(Rouge::longest).average().orElse(0));
  }

  static List<String> tokens(String text) {
    return TOKEN.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
  }

  private static double grams(List<String> ours, List<String> theirs, int n) {
    Map<List<String>, Integer> left = counts(theirs, n);
    int hits = 0;
    for (Map.Entry<List<String>, Integer> gram : counts(ours, n).entrySet()) {
      hits += Math.min(gram.getValue(), left.getOrDefault(gram.getKey(), 0));
    }
    return f1(hits, Math.max(0, ours.size() - n + 1), Math.max(0, theirs.size() - n + 1));
  }

  private static Map<List<String>, Integer> counts(List<String> tokens, int n) {
    Map<List<String>, Integer> counts = new HashMap<>();
    for (int i = 0; i + n <= tokens.size(); i++) {
      counts.merge(new ArrayList<>(tokens.subList(i, i + n)), 1, Integer::sum);
    }
    return counts;
  }

  private static int longestCommon(List<String> a, List<String> b) {
    int[] row = new int[b.size() + 1];
    for (String token : a) {
      int diagonal = 0;
      for (int j = 1; j <= b.size(); j++) {
        int above = row[j];
        row[j] = token.equals(b.get(j - 1)) ? diagonal + 1 : Math.max(above, row[j - 1]);
        diagonal = above;
      }
    }
    return row[b.size()];
  }

  private static double f1(int hits, int ours, int theirs) {
    return ours + theirs == 0 ? 0 : 2.0 * hits / (ours + theirs);
  }

  @Override
  public String toString() {
    return "R1 %.4f  R2 %.4f  RL %.4f".formatted(one, two, longest);
  }
}
