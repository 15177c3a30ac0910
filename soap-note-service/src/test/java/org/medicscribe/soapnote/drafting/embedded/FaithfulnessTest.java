package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.soapnote.note.Citation;

/** No statement says a number, a side or a "no" that its evidence does not. */
class FaithfulnessTest {

  private static final int ROUNDS = 200;
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern SIDE = Pattern.compile("(?i)\\b(left|right|both)\\b");
  private static final Pattern NEGATION =
      Pattern.compile("(?i)\\b(?:no|not|denies|never|without|none|nope|cannot)\\b|n't\\b");

  /** A "no" ahead of a whole sentence may go: the sentence says it all. */
  private static final Pattern CLEAR_NEGATION =
      Pattern.compile("(?i)\\b(?:not|never|none)\\b|n't\\b");

  private static final List<String> QUESTIONS =
      List.of(
          "Any fever?",
          "Do you have any chest pain?",
          "have you had any nausea or vomiting",
          "Do you smoke?",
          "Are you taking your medications?",
          "How long has that been going on?",
          "You don't have any allergies?",
          "Is it your %s knee?",
          "any surgeries",
          "Does it burn?");
  private static final List<String> ANSWERS =
      List.of(
          "No.",
          "Yes.",
          "no not really",
          "Yeah, about %d times a day.",
          "No, but my %s arm hurts.",
          "About %d days.",
          "I don't think so.",
          "no i take %d pills",
          "Not that I know of.",
          "Yes, when I lift my %s arm.",
          "Mm-hmm.",
          "Just sometimes. Not every day.");
  private static final List<String> REMARKS =
      List.of(
          "I've been having pain in my %s shoulder for %d weeks.",
          "i don't take it anymore because it never helped",
          "I can't walk %d miles and I haven't slept.",
          "your blood pressure is %d over %d",
          "I don't appreciate any murmurs, and there's no edema in your %s leg.",
          "I'm going to start you on metoprolol %d milligrams.",
          "I'm not going to give you antibiotics.",
          "I don't want you to take more than %d tablets.",
          "if you are not better in %d days, call me",
          "I think you probably have a %s rotator cuff tear, not a fracture.",
          "For your diabetes, let's increase the metformin to %d milligrams twice a day.",
          "We were going to stop it, but we didn't.");

  static List<Long> seeds() {
    return new Random(7).longs(ROUNDS).boxed().toList();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void shouldSayNoNumberSideOrNegationThatItsEvidenceDoesNot(long seed) {
    // Given
    String dialogue = dialogue(new Random(seed));
    // When
    List<Candidate> candidates = Trained.COMPOSER.candidates(Dialogue.of(dialogue));
    // Then
    assertThat(candidates)
        .allSatisfy(candidate -> {
          String evidence = evidence(candidate);
          assertThat(all(DIGITS, evidence)).containsAll(all(DIGITS, candidate.text()));
          assertThat(all(SIDE, evidence)).containsAll(all(SIDE, candidate.text()));
          boolean denied = NEGATION.matcher(candidate.text()).find();
          assertThat(denied && !NEGATION.matcher(evidence).find()).as("invented no").isFalse();
          assertThat(!denied && CLEAR_NEGATION.matcher(evidence).find()).as("lost no").isFalse();
        });
  }

  private static String dialogue(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      text.append("[S1] ").append(filled(QUESTIONS, random)).append('\n');
      text.append("[S2] ").append(filled(ANSWERS, random)).append('\n');
      text.append(random.nextBoolean() ? "[S1] " : "[S2] ");
      text.append(filled(REMARKS, random)).append('\n');
    }
    return text.toString();
  }

  private static String filled(List<String> templates, Random random) {
    String text = templates.get(random.nextInt(templates.size()));
    while (text.contains("%d")) {
      text = text.replaceFirst("%d", Integer.toString(2 + random.nextInt(198)));
    }
    return text.replace("%s", random.nextBoolean() ? "left" : "right");
  }

  private static String evidence(Candidate candidate) {
    return candidate.evidence().stream().map(Citation::quote).collect(Collectors.joining(" / "));
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(String::toLowerCase)
        .toList();
  }
}
