package org.medicscribe.soapnote.reading;

import java.util.HashSet;
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

  /** Said after a no, these take it back or leave it open: "no, well, actually yes". */
  private static final Set<String> TURNS =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "si",
          "actually",
          "occasionally",
          "sometimes",
          "except",
          "although",
          "maybe",
          "once",
          "now",
          "only",
          "but",
          "bueno",
          "pero",
          "solo",
          "excepto",
          "veces",
          "vez");

  private static final Set<String> LIMITS =
      Set.of("occasionally", "sometimes", "maybe", "once", "veces", "vez");

  private static final Set<String> TAKING_BACK =
      Set.of(
          "actually",
          "wait",
          "well",
          "mean",
          "oh",
          "hmm",
          "but",
          "bueno",
          "espere",
          "pero",
          "sorry");

  private static final Set<String> PLAIN_YES = Set.of("yes", "yeah", "yep", "si");

  /** After "only" and "but": it is so, at that time or in that case. */
  private static final Set<String> CIRCUMSTANCE =
      Set.of(
          "at", "when", "on", "in", "if", "after", "before", "during", "with", "a", "some", "for",
          "last", "that", "there", "i", "it", "cuando", "en", "por", "de", "un");

  /**
   * What was meant in the end by an answer of several sentences. A no that is taken back is a yes;
   * a no that is limited ("only at night", "not really, but") is unclear; so is a yes followed by a
   * no that takes it back.
   */
  public static Polarity meant(List<List<String>> sentences) {
    List<String> words = sentences.stream().flatMap(List::stream).toList();
    Polarity first = of(words);
    if (first != Polarity.DENIED) {
      return first;
    }
    Set<Integer> ends = lastPlaces(sentences);
    for (int at = 1; at < words.size(); at++) {
      String word = words.get(at);
      String after = at + 1 < words.size() && !ends.contains(at) ? words.get(at + 1) : "";
      if (PLAIN_YES.contains(word) && TAKING_BACK.contains(words.get(at - 1))) {
        return Polarity.AFFIRMED;
      }
      if (TURNS.contains(word)
          && (CIRCUMSTANCE.contains(after) || after.isEmpty() && LIMITS.contains(word))) {
        return Polarity.UNCLEAR;
      }
    }
    return Polarity.DENIED;
  }

  private static Set<Integer> lastPlaces(List<List<String>> sentences) {
    Set<Integer> places = new HashSet<>();
    int last = -1;
    for (List<String> sentence : sentences) {
      last += sentence.size();
      places.add(last);
    }
    return places;
  }

  /** "I do n't", "I have not": the verb alone would be a yes. */
  private static boolean isNegatedVerb(List<String> answer, int at) {
    return at + 1 < answer.size() && Set.of("n't", "not").contains(answer.get(at + 1));
  }
}
