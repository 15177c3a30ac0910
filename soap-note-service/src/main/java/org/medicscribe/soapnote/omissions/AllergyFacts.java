package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Polarity;

/**
 * An allergy that is told, in that word or by what happened ("Bactrim gave me hives"), or that is
 * the answer to the question about allergies. Covered by a statement about allergies or reactions
 * that names the same thing. "No allergies" is worth writing, too, but its absence is not listed.
 */
final class AllergyFacts implements SafetyFacts {

  private static final List<String> ALLERGY = List.of("alerg", "allerg");

  /** Hay fever is a complaint, not a warning; nobody is allergic to work. */
  private static final Set<String> HARMLESS =
      Set.of(
          "seasonal",
          "season",
          "pollen",
          "spring",
          "fall",
          "hay",
          "polen",
          "primavera",
          "work",
          "mornings",
          "housework",
          "exercise",
          "rhinitis",
          "allergist");

  private static final Set<String> SELF = Set.of("i", "me", "my", "i'm", "i've", "mi", "he", "she");
  private static final Set<String> CAUSING =
      Set.of(
          "gave", "gives", "give", "makes", "made", "make", "from", "to", "with", "when", "after",
          "da", "dio", "con");

  /** What is given against a swelling does not cause it. */
  private static final Pattern HELPING =
      Pattern.compile(
          "\\b(?:helps?|relief|relieve[rs]?|reduces?|swelling down|against|treat|prescrib\\w*|gon na|gonna|going to give|want you to|i'll give)\\b");

  /** Asks back, or only reacts. */
  private static final Pattern NO_ANSWER =
      Pattern.compile("(?i)(?:.*\\b(?:sorry|hello|pardon)|oh+,? no|(?:oh+,? )?allergies)[?.! ]*");

  private final Medicines medicines;
  private final Phrases reactions = Phrases.read("reactions.txt", 1);

  AllergyFacts(Medicines medicines) {
    this.medicines = medicines;
  }

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    List<Omission> omissions = new ArrayList<>();
    for (Sentence sentence : transcript.sentences()) {
      if (!isAboutAllergy(sentence.words()) && !isReaction(sentence.words())) {
        continue;
      }
      told(sentence, transcript)
          .ifPresent(said -> {
            String excerpt =
                said.equals(sentence)
                    ? Excerpt.of(said.text(), this::tells)
                    : Excerpt.of(said.text(), words -> true);
            if (!isCovered(PlainWords.of(excerpt), note)) {
              omissions.add(Spoken.omission(Omission.Kind.ALLERGY, said, excerpt));
            }
          });
    }
    return omissions.stream().distinct().toList();
  }

  /** The sentence that tells the allergy: this one, or the answer to it. */
  private Optional<Sentence> told(Sentence sentence, TranscriptIndex transcript) {
    if (sentence.question()) {
      return Spoken.answerTo(sentence, transcript)
          .filter(answer -> isAboutAllergy(sentence.words()))
          .filter(answer -> Answers.of(answer.words()) != Polarity.DENIED)
          .filter(answer -> !NO_ANSWER.matcher(answer.text()).matches())
          .filter(answer -> !FunctionWords.removedFrom(answer.words()).isEmpty());
    }
    String excerpt = Excerpt.of(sentence.text(), this::tells);
    return Optional.of(sentence)
        .filter(said -> Spoken.affirms(excerpt, this::hints))
        .filter(said -> !Spoken.isSupposed(excerpt) && !Spoken.isOfSomebodyElse(excerpt))
        .filter(said -> PlainWords.of(excerpt).stream().noneMatch(HARMLESS::contains));
  }

  private boolean tells(List<String> words) {
    return isAboutAllergy(words) || isReaction(words);
  }

  /** A word of it: commas part the reaction from what caused it. */
  private boolean hints(List<String> words) {
    return isAboutAllergy(words) || reactions.in(words).contains("reaction");
  }

  private boolean isReaction(List<String> words) {
    Set<String> found = reactions.in(words);
    boolean cause = found.contains("to") || !medicines.in(words).isEmpty();
    boolean own = words.stream().anyMatch(SELF::contains);
    boolean caused = words.stream().anyMatch(CAUSING::contains);
    return found.contains("reaction")
        && cause
        && own
        && caused
        && !HELPING.matcher(String.join(" ", words)).find();
  }

  private boolean isCovered(List<String> said, WrittenNote note) {
    List<String> telling =
        FunctionWords.removedFrom(said).stream().filter(word -> !isAllergyWord(word)).toList();
    return note.statements().stream()
        .filter(this::hints)
        .anyMatch(statement ->
            telling.isEmpty()
                || causes(said).stream().anyMatch(statement::contains)
                || causes(said).isEmpty() && telling.stream().anyMatch(statement::contains)
                || namesSameMedicine(said, statement));
  }

  /** What is reacted to, as far as the word list knows it. */
  private List<String> causes(List<String> said) {
    return said.stream()
        .filter(word ->
            reactions.in(List.of(word)).contains("to") || !medicines.in(List.of(word)).isEmpty())
        .toList();
  }

  private boolean namesSameMedicine(List<String> said, List<String> statement) {
    return medicines.in(said).stream()
        .anyMatch(mention ->
            medicines.in(statement).stream()
                .anyMatch(written -> written.substance().equals(mention.substance())));
  }

  private static boolean isAboutAllergy(List<String> words) {
    return words.stream().anyMatch(AllergyFacts::isAllergyWord);
  }

  private static boolean isAllergyWord(String word) {
    return ALLERGY.stream().anyMatch(word::startsWith);
  }
}
