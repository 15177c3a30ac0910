package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.regex.Pattern;

/** What the relevance of a candidate is judged by: its meaning, its form, its place. */
final class Features {

  private static final ClinicalWords WORDS = new ClinicalWords();
  private static final Pattern DIGIT = Pattern.compile("\\d");
  private static final Pattern NEGATION =
      Pattern.compile("(?i)\\b(?:no|not|denies|without|negative)\\b|n't\\b");
  private static final List<Pattern> TOPICS =
      List.of(
          topic(
              "exam|examination|blood pressure is|heart rate|pulse|temperature|respirat\\w+|lungs?"
                  + "|palpation|murmur|edema|range of motion|auscultation|tender\\w*|swelling"
                  + "|reflex\\w*|abdomen|vital signs|vitals|appreciate|rhythm|flexion|extension"),
          topic(
              "x-rays?|xrays?|mri|ct|ekg|ecg|echocardiogram|labs?|results?|hemoglobin|a1c|showed"
                  + "|shows|fracture|imaging|ultrasound|reviewed?|level"),
          topic(
              "start|order|prescri\\w+|increase|decrease|continue|refer\\w*|follow|schedule"
                  + "|milligrams?|mg|daily|therapy|recommend\\w*|weeks?|advised|return|avoid|take"),
          topic(
              "impression|think|consistent|likely|diagnos\\w+|problem|controlled|stable|due to"
                  + "|suspect|because|caused?|sounds like|looks like"),
          topic(
              "\\d+.year.old|presents?|history|here (?:for|today)|complain\\w*|started|ago|since"
                  + "|denies|reports|pain|feels?|medications?"));
  private static final int PLACES = 5;
  private static final int FORM = StatementKind.values().length + PLACES + TOPICS.size() + 12;

  private Features() {}

  private static Pattern topic(String words) {
    return Pattern.compile("(?i)\\b(?:" + words + ")\\b");
  }

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
    for (Pattern topic : TOPICS) {
      features[next++] = topic.matcher(candidate.text()).find() ? 1 : 0;
    }
    int words = candidate.wordCount();
    features[next++] = 1;
    features[next++] = candidate.side() == SpeakerSide.CLINICIAN ? 1 : 0;
    features[next++] = candidate.place();
    features[next++] = Math.min(1, words / 40.0);
    features[next++] = words < 6 ? 1 : 0;
    features[next++] = DIGIT.matcher(candidate.text()).find() ? 1 : 0;
    features[next++] = NEGATION.matcher(candidate.text()).find() ? 1 : 0;
    features[next++] = Math.min(1, WORDS.count(candidate.text()) / 4.0);
    features[next++] = WORDS.nameCondition(candidate.text()) ? 1 : 0;
    features[next++] = WORDS.nameMedicine(candidate.text()) ? 1 : 0;
    features[next++] = Standing.pointsBack(candidate.text()) ? 1 : 0;
    features[next] = Placement.isJudged(candidate.text()) ? 1 : 0;
    return features;
  }
}
