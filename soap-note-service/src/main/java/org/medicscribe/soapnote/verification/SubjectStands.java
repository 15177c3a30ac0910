package org.medicscribe.soapnote.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Concept;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Statement and evidence speak of the same thing: they share at least one word or number that tells
 * something. A paraphrase may share none, so this is only ever a doubt.
 */
final class SubjectStands implements VerificationRule {

  private final Concepts concepts;

  SubjectStands(Concepts concepts) {
    this.concepts = concepts;
  }

  /** A longer statement should share more than one word that may be chance. */
  private static final int FEW = 3;

  @Override
  public String name() {
    return "subject-stands";
  }

  @Override
  public List<Objection> check(Claim claim) {
    NoteLanguage language = claim.language();
    Set<String> written = stems(claim.words(), language);
    if (written.isEmpty() || claim.quoted().isEmpty()) {
      return List.of();
    }
    Set<String> said = new HashSet<>();
    for (Sentence sentence : claim.context()) {
      said.addAll(stems(sentence.words(), language));
    }
    said.retainAll(written);
    int needed = written.size() > FEW ? 2 : 1;
    long shared = said.size() + sharedNumbers(claim) + sharedThings(claim);
    return shared < needed ? List.of(Objection.doubt(claim.text())) : List.of();
  }

  /** "Fatigue" and "tired all the time" share nothing but the thing. */
  private long sharedThings(Claim claim) {
    Set<Concept> meant = new HashSet<>();
    claim.context().forEach(sentence -> meant.addAll(concepts.meantBy(sentence.words())));
    return concepts.in(claim.words()).stream()
        .filter(mention -> mention.concepts().stream().anyMatch(meant::contains))
        .count();
  }

  /** "BP 130/80" and "one thirty over eighty" share nothing else. */
  private static long sharedNumbers(Claim claim) {
    ClaimQuantities quantities = claim.quantities();
    Set<String> spoken = quantities.spokenNumbers();
    return quantities.written().stream()
        .filter(quantity -> quantity.number().readings().stream().anyMatch(spoken::contains))
        .count();
  }

  private static Set<String> stems(List<String> words, NoteLanguage language) {
    return Stems.setOf(FunctionWords.removedFrom(words), language);
  }
}
