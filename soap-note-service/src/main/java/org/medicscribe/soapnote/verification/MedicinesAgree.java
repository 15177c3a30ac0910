package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Medicines;

/**
 * A medicine of the statement is named in its evidence, by this name or by another of the same
 * substance. A word that merely sounds like it, and is no medicine itself, is a doubt: recognisers
 * mishear names.
 */
final class MedicinesAgree implements VerificationRule {

  /** Shorter names sound like too many words. */
  private static final int LONG_ENOUGH_TO_COMPARE = 7;

  private static final int SOUNDS_ALIKE = 2;

  private final Medicines medicines;

  MedicinesAgree(Medicines medicines) {
    this.medicines = medicines;
  }

  @Override
  public String name() {
    return "medicines-agree";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<Medicines.Mention> written = medicines.in(claim.words());
    if (written.isEmpty()) {
      return List.of();
    }
    Set<String> said =
        claim.context().stream()
            .flatMap(sentence -> medicines.in(sentence.words()).stream())
            .map(Medicines.Mention::substance)
            .collect(Collectors.toSet());
    List<Objection> objections = new ArrayList<>();
    for (Medicines.Mention mention : written) {
      if (!said.contains(mention.substance())) {
        objections.add(
            soundsLikeSomethingSaid(mention.name(), claim.context())
                ? Objection.doubt(mention.name())
                : Objection.failure(mention.name()));
      }
    }
    return objections;
  }

  private boolean soundsLikeSomethingSaid(String name, List<Sentence> said) {
    return name.length() >= LONG_ENOUGH_TO_COMPARE
        && said.stream()
            .flatMap(sentence -> sentence.words().stream())
            .filter(word -> !medicines.knows(word))
            .anyMatch(word -> EditDistance.between(name, word) <= SOUNDS_ALIKE);
  }
}
