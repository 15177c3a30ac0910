package org.medicscribe.soapnote.drafting.embedded;

import java.util.regex.Pattern;

/** What the relevance of a candidate is judged by: its meaning, its form, its place. */
final class Features {

  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern NEGATION =
      Pattern.compile("(?i)\\b(?:no|not|denies|without|negative)\\b|n't\\b");
  private static final int PLACES = 5;
  private static final int FORM = StatementKind.values().length + PLACES + 7;

  private Features() {}

  static int count(int dimensions) {
    return dimensions + FORM;
  }

  static double[] of(Candidate candidate, float[] meaning) {
    double[] features = new double[count(meaning.length)];
    for (int i = 0; i < meaning.length; i++) {
      features[i] = meaning[i];
    }
    int next = meaning.length;
    features[next + candidate.kind().ordinal()] = 1;
    next += StatementKind.values().length;
    features[next + Math.min(PLACES - 1, (int) (candidate.place() * PLACES))] = 1;
    next += PLACES;
    int words = candidate.wordCount();
    features[next++] = 1;
    features[next++] = candidate.side() == SpeakerSide.CLINICIAN ? 1 : 0;
    features[next++] = candidate.place();
    features[next++] = Math.min(1, words / 40.0);
    features[next++] = words < 6 ? 1 : 0;
    features[next++] = DIGIT.matcher(candidate.text()).find() ? 1 : 0;
    features[next] = NEGATION.matcher(candidate.text()).find() ? 1 : 0;
    return features;
  }
}
