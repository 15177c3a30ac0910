package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a clinician's sentence where a new intention or a new measurement begins ("... and I want to
 * increase the lisinopril"), so that each is a statement of its own. What comes after a condition
 * is left whole: it could depend on it.
 */
final class Clauses {

  private static final Set<String> CONDITIONS =
      Set.of("if", "when", "unless", "until", "because", "whether", "once", "after", "before");
  private static final Set<String> JOINTS = Set.of("and", "so", "but", "then");

  /** What follows one of these belongs to it. */
  private static final Set<String> BOUND =
      Set.of(
          "that", "which", "what", "where", "how", "why", "who", "as", "like", "think", "know",
          "see", "than", "of", "in", "for", "on", "to", "with", "or", "take", "check", "look", "at",
          "listen", "about", "and", "so", "but", "then", "reason", "thing", "say", "said");

  private static final Set<String> SUBJECTS =
      Set.of("i", "we", "i'm", "we're", "i'll", "we'll", "i'd", "we'd", "let's");
  private static final Set<String> INTENTIONS =
      Set.of(
          "gonna",
          "going",
          "wanna",
          "want",
          "like",
          "will",
          "would",
          "recommend",
          "need",
          "just",
          "also",
          "think");
  private static final Set<String> MEASURED =
      Set.of(
          "blood",
          "heart",
          "lungs",
          "temperature",
          "pulse",
          "vital",
          "oxygen",
          "weight",
          "abdomen",
          "respiratory",
          "ekg",
          "a1c",
          "hemoglobin");
  private static final Set<String> DETERMINERS = Set.of("your", "the", "my");
  private static final Set<String> STATING =
      Set.of("is", "are", "was", "were", "looks", "look", "sounds", "sound", "seems", "shows");
  private static final int SHORTEST = 3;

  private Clauses() {}

  static List<List<Token>> of(List<Token> tokens, SpeakerSide side) {
    if (side == SpeakerSide.PATIENT) {
      return List.of(tokens);
    }
    List<List<Token>> clauses = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < tokens.size() - 2; i++) {
      if (CONDITIONS.contains(tokens.get(i).lower())) {
        break;
      }
      if (i - from >= SHORTEST && begins(tokens, i)) {
        clauses.add(tokens.subList(from, i));
        from = i;
      }
    }
    clauses.add(tokens.subList(from, tokens.size()));
    return clauses;
  }

  private static boolean begins(List<Token> tokens, int at) {
    if (JOINTS.contains(tokens.get(at).lower())) {
      return intends(tokens, at + 1) || measures(tokens, at + 1) || concludes(tokens, at);
    }
    String before = wordBefore(tokens, at);
    return !BOUND.contains(before) && (intends(tokens, at) || measures(tokens, at))
        || before.equals("look") && measures(tokens, at);
  }

  /** "..., so you do not need an antibiotic" */
  private static boolean concludes(List<Token> tokens, int at) {
    String helper = at + 2 < tokens.size() ? tokens.get(at + 2).lower() : "";
    return tokens.get(at).lower().equals("so")
        && tokens.get(at + 1).lower().equals("you")
        && Set.of("do", "don't", "should", "shouldn't", "need", "can").contains(helper);
  }

  private static boolean intends(List<Token> tokens, int at) {
    String word = tokens.get(at).lower();
    return SUBJECTS.contains(word)
        && (word.contains("'") || INTENTIONS.contains(tokens.get(at + 1).lower()));
  }

  private static boolean measures(List<Token> tokens, int at) {
    return tokens.get(at).lower().equals("your")
            && MEASURED.contains(tokens.get(at + 1).lower())
            && states(tokens, at + 2)
        || examines(tokens, at);
  }

  /** "on your lung exam" */
  private static boolean examines(List<Token> tokens, int at) {
    return tokens.get(at).lower().equals("on")
        && DETERMINERS.contains(tokens.get(at + 1).lower())
        && tokens.subList(at + 2, Math.min(tokens.size(), at + 5)).stream()
            .anyMatch(token -> token.lower().startsWith("exam"));
  }

  private static boolean states(List<Token> tokens, int from) {
    return tokens.subList(from, Math.min(tokens.size(), from + 3)).stream()
        .anyMatch(token -> STATING.contains(token.lower()));
  }

  private static String wordBefore(List<Token> tokens, int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (!tokens.get(i).isMark()) {
        return tokens.get(i).lower();
      }
    }
    return "";
  }
}
