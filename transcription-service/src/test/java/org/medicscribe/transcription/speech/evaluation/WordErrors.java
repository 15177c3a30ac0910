package org.medicscribe.transcription.speech.evaluation;

import java.util.List;

/** How far what was heard is from what was said. */
public record WordErrors(int substituted, int missing, int added, int said) {

  public static final WordErrors NONE = new WordErrors(0, 0, 0, 0);

  /** By the fewest edits that turn one into the other. */
  public static WordErrors between(List<String> said, List<String> heard) {
    var row = new WordErrors[heard.size() + 1];
    for (int j = 0; j <= heard.size(); j++) {
      row[j] = new WordErrors(0, 0, j, said.size());
    }
    for (String word : said) {
      WordErrors diagonal = row[0];
      row[0] = row[0].plus(0, 1, 0);
      for (int j = 1; j < row.length; j++) {
        WordErrors above = row[j];
        WordErrors best = word.equals(heard.get(j - 1)) ? diagonal : diagonal.plus(1, 0, 0);
        best = fewer(best, above.plus(0, 1, 0));
        row[j] = fewer(best, row[j - 1].plus(0, 0, 1));
        diagonal = above;
      }
    }
    return row[heard.size()];
  }

  public int count() {
    return substituted + missing + added;
  }

  public double rate() {
    return said == 0 ? 0 : (double) count() / said;
  }

  public WordErrors plus(WordErrors other) {
    return new WordErrors(
        substituted + other.substituted,
        missing + other.missing,
        added + other.added,
        said + other.said);
  }

  private WordErrors plus(int substituted, int missing, int added) {
    return new WordErrors(
        this.substituted + substituted, this.missing + missing, this.added + added, said);
  }

  private static WordErrors fewer(WordErrors one, WordErrors other) {
    return other.count() < one.count() ? other : one;
  }
}
