package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a clinician's sentence where a new intention begins ("..., and I want to increase the
 * lisinopril"), so that each order is a statement of its own. A sentence with a condition is left
 * whole: what follows could depend on it.
 */
final class Clauses {

  private static final Set<String> CONDITIONS =
      Set.of("if", "when", "unless", "until", "because", "whether", "once", "after", "before");
  private static final Set<String> JOINTS = Set.of("and", "so", "but", "then");
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
          "think",
          "go",
          "do",
          "just",
          "also");

  private Clauses() {}

  static List<List<Token>> of(List<Token> tokens, SpeakerSide side) {
    if (side == SpeakerSide.PATIENT) {
      return List.of(tokens);
    }
    boolean heading = startsWithProblem(tokens);
    List<List<Token>> clauses = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < tokens.size() - 2; i++) {
      if (CONDITIONS.contains(tokens.get(i).lower())) {
        break;
      }
      boolean joint = JOINTS.contains(tokens.get(i).lower()) && intends(tokens, i + 1);
      boolean afterHeading = heading && clauses.isEmpty() && i > 3 && intends(tokens, i);
      if (i - from >= 3 && (joint || afterHeading)) {
        clauses.add(tokens.subList(from, i));
        from = i;
      }
    }
    clauses.add(tokens.subList(from, tokens.size()));
    return clauses;
  }

  private static boolean intends(List<Token> tokens, int at) {
    return SUBJECTS.contains(tokens.get(at).lower())
        && (tokens.get(at).text().contains("'") || INTENTIONS.contains(tokens.get(at + 1).lower()));
  }

  /** "For your first problem, your back pain, ..." */
  private static boolean startsWithProblem(List<Token> tokens) {
    List<String> words =
        tokens.stream()
            .filter(t -> !t.isMark())
            .map(Token::lower)
            .dropWhile(Fillers::isOpener)
            .limit(5)
            .toList();
    return words.size() == 5 && words.getFirst().equals("for") && words.get(1).equals("your");
  }
}
