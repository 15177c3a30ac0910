package org.medicscribe.soapnote.drafting.embedded;

import java.util.Map;
import java.util.Objects;
import org.medicscribe.events.SoapNote.SectionCode;

/**
 * A candidate, where in the note it belongs, and how much it matters there.
 *
 * @param meaning its embedding, of length one
 */
record Placement(Candidate candidate, SectionCode section, double score, float[] meaning) {

  /** What the form of a statement says about its section outweighs what it is about. */
  static Placement of(Candidate candidate, Map<SectionCode, Double> scores, float[] meaning) {
    SectionCode section =
        switch (candidate.kind()) {
          case REPORT, ANSWER -> SectionCode.SUBJECTIVE;
          case ORDER, ADVICE -> SectionCode.PLAN;
          case IMPRESSION -> SectionCode.ASSESSMENT;
          case FINDING -> highest(scores);
          case QUOTE ->
              candidate.side() == SpeakerSide.PATIENT ? SectionCode.SUBJECTIVE : highest(scores);
        };
    double score = scores.values().stream().mapToDouble(x -> x).max().orElse(0);
    return new Placement(candidate, section, score, meaning);
  }

  /** Cosine of the angle between the two meanings. */
  double likeness(Placement other) {
    double sum = 0;
    for (int i = 0; i < meaning.length; i++) {
      sum += meaning[i] * other.meaning[i];
    }
    return sum;
  }

  private static SectionCode highest(Map<SectionCode, Double> scores) {
    return Objects.requireNonNull(
        scores.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey());
  }

  @Override
  public String toString() {
    return "Placement[" + candidate.kind() + ", " + section + "]";
  }
}
