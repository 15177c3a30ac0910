package org.medicscribe.soapnote.reading;

import java.util.List;
import java.util.Set;

/** What a sentence says when it is taken as an answer to a yes-or-no question. */
public final class Answers {

  private static final Set<String> LEAD_IN =
      Set.of(
          "uh",
          "um",
          "well",
          "oh",
          "okay",
          "ok",
          "so",
          "and",
          "i",
          "mean",
          "mm",
          "bueno",
          "pues",
          "eh",
          "ah",
          "actually",
          "doctor");

  private static final Set<String> NO =
      Set.of(
          "no",
          "nope",
          "nah",
          "never",
          "none",
          "not",
          "negative",
          "don't",
          "didn't",
          "haven't",
          "hasn't",
          "doesn't",
          "isn't",
          "wasn't",
          "n't",
          "nothing",
          "neither",
          "nunca",
          "tampoco",
          "ninguno",
          "ninguna",
          "nada",
          "jamas");

  private static final Set<String> YES =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "yup",
          "yea",
          "sure",
          "correct",
          "right",
          "absolutely",
          "exactly",
          "definitely",
          "hmm",
          "huh",
          "do",
          "did",
          "have",
          "am",
          "si",
          "claro",
          "correcto",
          "exacto",
          "cierto",
          "asi");

  private Answers() {}

  public static Polarity of(List<String> answer) {
    for (int at = 0; at < answer.size(); at++) {
      String word = answer.get(at);
      if (NO.contains(word) || isNegatedVerb(answer, at)) {
        return Polarity.DENIED;
      }
      if (YES.contains(word)) {
        return Polarity.AFFIRMED;
      }
      if (!LEAD_IN.contains(word)) {
        return Polarity.UNCLEAR;
      }
    }
    return Polarity.UNCLEAR;
  }

  /** "I do n't", "I have not": the verb alone would be a yes. */
  private static boolean isNegatedVerb(List<String> answer, int at) {
    return at + 1 < answer.size() && Set.of("n't", "not").contains(answer.get(at + 1));
  }
}
