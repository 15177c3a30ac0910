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
          "doctor",
          "ohh",
          "ooh",
          "er",
          "erm",
          "mmm");

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
      if (isPartly(answer, at)) {
        boolean denies = answer.stream().anyMatch(NO::contains);
        return denies ? Polarity.UNCLEAR : Polarity.AFFIRMED;
      }
      if (YES.contains(word) || isHummed(answer, at)) {
        return Polarity.AFFIRMED;
      }
      if (!LEAD_IN.contains(word) && !HUMS.contains(word)) {
        return Polarity.UNCLEAR;
      }
    }
    return Polarity.UNCLEAR;
  }

  private static final Set<String> HUMS = Set.of("hmm", "huh", "hm");
  private static final Set<String> BEFORE_A_HUM = Set.of("mm", "mmm", "uh", "m");

  private static final Set<String> SOMEWHAT =
      Set.of("little", "slight", "slightly", "mild", "sometimes", "occasionally", "bit");

  private static final Set<String> LIMITED = Set.of("just", "only");
  private static final Set<String> WHEN =
      Set.of("when", "at", "if", "with", "on", "after", "during", "in", "a", "sometimes");

  /** "A slight cough", "just when I climb": a yes with its measure. */
  private static boolean isPartly(List<String> answer, int at) {
    String next = at + 1 < answer.size() ? answer.get(at + 1) : "";
    return SOMEWHAT.contains(answer.get(at))
        || answer.get(at).equals("a") && SOMEWHAT.contains(next)
        || LIMITED.contains(answer.get(at)) && WHEN.contains(next);
  }

  /** "Mm-hmm" and "uh-huh" are a yes; "hmm" alone is none. */
  private static boolean isHummed(List<String> answer, int at) {
    return at > 0 && HUMS.contains(answer.get(at)) && BEFORE_A_HUM.contains(answer.get(at - 1));
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
