package org.medicscribe.soapnote.verification;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.soapnote.note.Sentence;

/**
 * Makes a true statement false by changing one word of what was said: the answer to a question,
 * whose it is, how sure somebody is. Only where no other cited sentence says the same.
 */
final class EvidenceChange {

  private static final List<String> RELATIVES =
      List.of("mother", "father", "brother", "sister", "aunt", "uncle", "husband", "wife");

  private static final Set<String> HE = Set.of("father", "brother", "uncle", "husband");

  private static final Pattern FIRST_PERSON =
      Pattern.compile(
          "(?i)\\b(i have|i've|i'm|i am|i do|i don't|i was|i|my|me|myself|mine)\\b(?!')");
  private static final Pattern ASKED =
      Pattern.compile("(?i)\\b(do you|have you|did you|are you|were you|you)\\b(?!')");
  private static final Pattern ANY_FIRST = Pattern.compile("(?i)\\bi(?:'\\w+)?\\b");
  private static final Pattern OTHERS =
      Pattern.compile(
          "(?i)\\b(?:that i|your|we|our|us|i'd|i'll|you're|you've|she|he|wife|husband|mother|father|mom|dad|sister|brother)\\b");
  private static final Pattern SURE =
      Pattern.compile(
          "(?i)\\b(you have|you've got|you had|this is|that is|that's|it is|it's|there is|there's|she has|he has)\\b");
  private static final Pattern CLAUSES =
      Pattern.compile("(?i)[;:,]|\\b(?:but|and|or|if|because|which|so)\\b");

  private static final Pattern YES =
      Pattern.compile("(?i)^(?:yes|yeah|yep|yup|mm-?hmm|uh-?huh|i do|i have|it does|sure)\\b.*");
  private static final int BARE = 4;
  private static final int ONE_CLAUSE = 24;

  private EvidenceChange() {}

  /**
   * "I have" becomes "my mother has"; "do you have", answered with yes, "does your mother have".
   */
  static Stream<ReviewedStatement> ofARelative(
      ReviewedStatement statement, RandomGenerator random) {
    String relative = RELATIVES.get(random.nextInt(RELATIVES.size()));
    String she = HE.contains(relative) ? "he" : "she";
    boolean patients =
        statement.section().equals(new SectionCode("subjective"))
            && statement.cited().size() <= 2
            && statement.cited().stream()
                .allMatch(said ->
                    !OTHERS.matcher(said.text()).find()
                        && (said.question() || "S2".equals(said.line().speaker())))
            && statement.cited().stream()
                .filter(said -> !said.question())
                .anyMatch(said -> isOfTheSpeaker(said) || said.words().size() <= BARE);
    if (!patients) {
      return Stream.empty();
    }
    ReviewedStatement changed = statement;
    boolean named = false;
    for (int at = 0; at < statement.cited().size(); at++) {
      Sentence said = changed.cited().get(at);
      boolean first = !named;
      Matcher person = (said.question() ? ASKED : FIRST_PERSON).matcher(said.text());
      boolean[] used = {false};
      String text =
          person.replaceAll(found -> {
            boolean names =
                first && !used[0] && !found.group().matches("(?i)my|me|myself|mine|you");
            used[0] |= names;
            return other(
                found.group().toLowerCase(Locale.ROOT),
                names ? (said.question() ? "your " : "my ") + relative : she,
                she);
          });
      named |= used[0];
      if (named && !text.equals(said.text())) {
        changed = changed.withSaid(said, text);
      }
    }
    return named ? Stream.of(changed) : Stream.empty();
  }

  /** "You have" becomes "you may have", "that's" "that could be". */
  static Stream<ReviewedStatement> hedged(ReviewedStatement statement, RandomGenerator random) {
    String hedge = List.of("may", "might", "could").get(random.nextInt(3));
    List<Sentence> cited = statement.cited();
    boolean one =
        cited.size() == 1
            && cited.getFirst().words().size() <= ONE_CLAUSE
            && !CLAUSES.matcher(cited.getFirst().text()).find()
            && !cited.getFirst().question();
    return one && !statement.section().equals(new SectionCode("plan"))
        ? swapped(statement, cited.getFirst(), SURE, found -> unsure(found, hedge))
        : Stream.empty();
  }

  /** A bare yes becomes a no. */
  static Stream<ReviewedStatement> answeredNo(ReviewedStatement statement) {
    List<Sentence> cited = statement.cited();
    boolean asked =
        cited.size() == 2
            && cited.getFirst().question()
            && cited.getLast().words().size() <= BARE
            && YES.matcher(cited.getLast().text()).matches();
    return asked ? Stream.of(statement.withSaid(cited.getLast(), "no i don't")) : Stream.empty();
  }

  private static Stream<ReviewedStatement> swapped(
      ReviewedStatement statement,
      Sentence sentence,
      Pattern pattern,
      UnaryOperator<String> other) {
    Matcher matcher = pattern.matcher(sentence.text());
    if (!matcher.find()) {
      return Stream.empty();
    }
    String text =
        sentence.text().substring(0, matcher.start())
            + other.apply(matcher.group().toLowerCase(Locale.ROOT))
            + sentence.text().substring(matcher.end());
    return Stream.of(statement.withSaid(sentence, text));
  }

  /** Begins with the speaker: what is said is said of her. */
  private static boolean isOfTheSpeaker(Sentence said) {
    return said.words().stream().limit(BARE).anyMatch(word -> ANY_FIRST.matcher(word).matches());
  }

  private static String other(String person, String who, String she) {
    return switch (person) {
      case "i have" -> who + " has";
      case "i've" -> who + " has";
      case "i'm", "i am" -> who + " is";
      case "i do" -> who + " does";
      case "i don't" -> who + " doesn't";
      case "i was" -> who + " was";
      case "my", "mine" -> she.equals("he") ? "his" : "her";
      case "me", "myself" -> she.equals("he") ? "him" : "her";
      case "do you" -> "does " + who;
      case "have you" -> "has " + who;
      case "did you" -> "did " + who;
      case "are you" -> "is " + who;
      case "were you" -> "was " + who;
      default -> who;
    };
  }

  private static String unsure(String sure, String hedge) {
    return switch (sure) {
      case "you have", "you've got" -> "you " + hedge + " have";
      case "you had" -> "you " + hedge + " have had";
      case "she has" -> "she " + hedge + " have";
      case "he has" -> "he " + hedge + " have";
      case "there is", "there's" -> "there " + hedge + " be";
      case "this is" -> "this " + hedge + " be";
      case "it is", "it's" -> "it " + hedge + " be";
      default -> "that " + hedge + " be";
    };
  }
}
