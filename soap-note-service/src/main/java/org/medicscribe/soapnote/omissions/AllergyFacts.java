package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Polarity;

/**
 * An allergy that is told, or that is the answer to the question about allergies. Covered by a
 * statement about allergies that names the same thing. "No allergies" is worth writing, too, but
 * its absence is not listed.
 */
final class AllergyFacts implements SafetyFacts {

  private static final String ALLERGY = "alerg";
  private static final String ALLERGY_ENGLISH = "allerg";

  /** Hay fever is a complaint, not a warning. */
  private static final Set<String> SEASONAL =
      Set.of("seasonal", "season", "pollen", "spring", "fall", "hay", "polen", "primavera");

  private final Medicines medicines;

  AllergyFacts(Medicines medicines) {
    this.medicines = medicines;
  }

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    List<Omission> omissions = new ArrayList<>();
    for (Sentence sentence : transcript.sentences()) {
      if (isAboutAllergy(sentence.words())) {
        told(sentence, transcript)
            .filter(said -> !isCovered(said, note))
            .ifPresent(said -> omissions.add(Spoken.omission(Omission.Kind.ALLERGY, said)));
      }
    }
    return omissions.stream().distinct().toList();
  }

  /** The sentence that tells the allergy: this one, or the answer to it. */
  private static Optional<Sentence> told(Sentence sentence, TranscriptIndex transcript) {
    if (sentence.question()) {
      return Spoken.answerTo(sentence, transcript)
          .filter(answer -> Answers.of(answer.words()) != Polarity.DENIED)
          .filter(answer -> !FunctionWords.removedFrom(answer.words()).isEmpty());
    }
    return Optional.of(sentence)
        .filter(said -> Spoken.affirms(said, AllergyFacts::isAboutAllergy))
        .filter(said -> said.words().stream().noneMatch(SEASONAL::contains));
  }

  private boolean isCovered(Sentence said, WrittenNote note) {
    List<String> telling =
        FunctionWords.removedFrom(said.words()).stream()
            .filter(word -> !isAllergyWord(word))
            .toList();
    return note.statements().stream()
        .filter(AllergyFacts::isAboutAllergy)
        .anyMatch(statement ->
            telling.isEmpty()
                || telling.stream().anyMatch(statement::contains)
                || namesSameMedicine(said.words(), statement));
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
    return word.startsWith(ALLERGY) || word.startsWith(ALLERGY_ENGLISH);
  }
}
