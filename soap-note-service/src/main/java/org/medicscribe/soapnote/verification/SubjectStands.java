package org.medicscribe.soapnote.verification;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Statement and evidence speak of the same thing: they share at least one word or number that tells
 * something. A paraphrase may share none, so this is only ever a doubt.
 */
final class SubjectStands implements VerificationRule {

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
    return said.isEmpty() && !sharesNumber(claim)
        ? List.of(Objection.doubt(claim.text()))
        : List.of();
  }

  /** "BP 130/80" and "one thirty over eighty" share nothing else. */
  private static boolean sharesNumber(Claim claim) {
    ClaimQuantities quantities = ClaimQuantities.of(claim);
    Set<String> spoken = quantities.spokenNumbers();
    return quantities.written().stream()
        .flatMap(quantity -> quantity.number().readings().stream())
        .anyMatch(spoken::contains);
  }

  private static Set<String> stems(List<String> words, NoteLanguage language) {
    return Stems.setOf(FunctionWords.removedFrom(words), language);
  }
}
