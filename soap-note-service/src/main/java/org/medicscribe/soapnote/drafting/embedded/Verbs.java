package org.medicscribe.soapnote.drafting.embedded;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The few verb forms that note style needs. A verb that is not listed is not inflected: the caller
 * leaves the sentence as it was said.
 */
final class Verbs {

  private static final Set<String> PRESENT =
      Set.of(
          "feel",
          "take",
          "think",
          "know",
          "get",
          "go",
          "use",
          "eat",
          "drink",
          "smoke",
          "want",
          "need",
          "notice",
          "work",
          "live",
          "sleep",
          "wake",
          "walk",
          "run",
          "try",
          "see",
          "hear",
          "say",
          "like",
          "love",
          "remember",
          "believe",
          "guess",
          "hope",
          "hurt",
          "cough",
          "check",
          "keep",
          "make",
          "start",
          "stop",
          "come",
          "sit",
          "stand",
          "lie",
          "tend",
          "move",
          "play",
          "exercise",
          "monitor",
          "watch",
          "wear",
          "enjoy",
          "struggle",
          "suffer",
          "experience",
          "have",
          "do",
          "become",
          "forget",
          "find",
          "give",
          "put",
          "throw",
          "lift",
          "swim",
          "cook",
          "follow",
          "look",
          "seem",
          "worry",
          "drive",
          "bend",
          "turn",
          "carry",
          "vape",
          "snore",
          "vomit",
          "bleed",
          "pee",
          "urinate",
          "weigh",
          "bike",
          "jog",
          "hike",
          "travel",
          "teach",
          "study",
          "stay",
          "avoid",
          "assume",
          "suppose",
          "wonder",
          "prefer",
          "understand",
          "agree",
          "hate",
          "chew",
          "drop",
          "trip",
          "wash",
          "climb",
          "stretch",
          "mean");

  private static final Map<String, String> IRREGULAR =
      Map.of("have", "has", "do", "does", "go", "goes", "am", "is", "are", "is");

  /** Verbs in the past, or helpers, that are the same for every person. */
  private static final Set<String> ANY_PERSON =
      Set.of(
          "was",
          "had",
          "did",
          "could",
          "would",
          "can",
          "will",
          "might",
          "may",
          "should",
          "must",
          "took",
          "felt",
          "thought",
          "knew",
          "got",
          "went",
          "ate",
          "drank",
          "noticed",
          "woke",
          "ran",
          "saw",
          "heard",
          "said",
          "told",
          "fell",
          "hit",
          "came",
          "sat",
          "stood",
          "lay",
          "kept",
          "made",
          "found",
          "gave",
          "threw",
          "became",
          "forgot",
          "lost",
          "left",
          "broke",
          "hurt",
          "cut",
          "put",
          "began",
          "slept",
          "spent",
          "brought",
          "bought",
          "caught",
          "grew",
          "rode",
          "drove",
          "bent",
          "slipped",
          "quit",
          "used",
          "wore",
          "tore",
          "bit",
          "held",
          "stuck",
          "ended",
          "read",
          "wrote",
          "swam",
          "paid",
          "met",
          "let",
          "set",
          "cannot",
          "can't",
          "couldn't",
          "didn't",
          "wouldn't",
          "won't",
          "hadn't",
          "shouldn't",
          "wasn't");

  private static final Set<String> NOT_PAST = Set.of("need", "bleed", "feed", "breed", "speed");

  private static final Map<String, String> GERUNDS =
      Map.ofEntries(
          Map.entry("smoke", "smoking"),
          Map.entry("drink", "drinking"),
          Map.entry("take", "taking"),
          Map.entry("feel", "feeling"),
          Map.entry("use", "using"),
          Map.entry("have", "having"),
          Map.entry("get", "getting"),
          Map.entry("eat", "eating"),
          Map.entry("exercise", "exercising"),
          Map.entry("wear", "wearing"),
          Map.entry("notice", "noticing"),
          Map.entry("experience", "experiencing"),
          Map.entry("sleep", "sleeping"),
          Map.entry("work", "working"),
          Map.entry("live", "living"),
          Map.entry("check", "checking"),
          Map.entry("see", "seeing"),
          Map.entry("hear", "hearing"),
          Map.entry("vape", "vaping"),
          Map.entry("cough", "coughing"),
          Map.entry("snore", "snoring"),
          Map.entry("lose", "losing"),
          Map.entry("vomit", "vomiting"),
          Map.entry("remember", "remembering"),
          Map.entry("bring", "bringing"),
          Map.entry("hit", "hitting"),
          Map.entry("fall", "falling"),
          Map.entry("pass", "passing"),
          Map.entry("wake", "waking"),
          Map.entry("lift", "lifting"),
          Map.entry("run", "running"),
          Map.entry("walk", "walking"),
          Map.entry("monitor", "monitoring"));

  private Verbs() {}

  /** Third person of a form used with "I"; empty when it is no verb this class knows. */
  static Optional<String> third(String first) {
    String word = first.toLowerCase(Locale.ROOT);
    if (ANY_PERSON.contains(word) || isRegularPast(word)) {
      return Optional.of(word);
    }
    if (IRREGULAR.containsKey(word)) {
      return Optional.of(IRREGULAR.get(word));
    }
    return PRESENT.contains(word) ? Optional.of(inflected(word)) : Optional.empty();
  }

  static boolean isPresent(String word) {
    return PRESENT.contains(word.toLowerCase(Locale.ROOT));
  }

  static Optional<String> gerund(String verb) {
    return Optional.ofNullable(GERUNDS.get(verb.toLowerCase(Locale.ROOT)));
  }

  private static boolean isRegularPast(String word) {
    return word.length() > 4 && word.endsWith("ed") && !NOT_PAST.contains(word);
  }

  private static String inflected(String verb) {
    if (verb.endsWith("y") && "aeiou".indexOf(verb.charAt(verb.length() - 2)) < 0) {
      return verb.substring(0, verb.length() - 1) + "ies";
    }
    boolean hissing =
        verb.endsWith("s") || verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("x");
    return verb + (hissing ? "es" : "s");
  }
}
