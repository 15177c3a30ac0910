package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Medicines;

/**
 * What was heard badly is a doubt, and so is a name that is like a medicine's and none, a dose
 * without a name, or a word about an allergy that only sounds like one. A medicine, a number or an
 * allergy that was heard badly fails, and so does a misheard name with a dose: a person decides
 * before anybody signs.
 */
final class HeardWell implements VerificationRule {

  private static final Set<String> ALLERGIES =
      Set.of("allergic", "allergy", "allergies", "alergia", "alergico", "alergica", "alergias");

  private final Medicines medicines;
  private final MisheardNames names;
  private final MisheardAllergies allergies;

  HeardWell(Medicines medicines) {
    this.medicines = medicines;
    this.names = new MisheardNames(medicines);
    this.allergies = new MisheardAllergies(medicines);
  }

  @Override
  public String name() {
    return "heard-well";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<String> misheard = new ArrayList<>(names.in(claim.words()));
    if (claim.words().stream().anyMatch(ALLERGIES::contains)) {
      misheard.addAll(allergies.in(claim.words()));
    }
    if (!misheard.isEmpty()) {
      String words = String.join(", ", misheard);
      return List.of(isDecided(claim) ? Objection.failure(words) : Objection.doubt(words));
    }
    Optional<String> dose = names.doseWithoutName(claim.words());
    if (dose.isPresent()) {
      return List.of(Objection.doubt(dose.get()));
    }
    Set<String> unclear = new LinkedHashSet<>();
    boolean allergy = claim.words().stream().anyMatch(ALLERGIES::contains);
    for (Sentence sentence : claim.quoted()) {
      Set<String> heardBadly = new LinkedHashSet<>();
      sentence.line().unclear().forEach(word -> heardBadly.addAll(PlainWords.of(word)));
      sentence.words().stream()
          .filter(heardBadly::contains)
          .filter(word -> !FunctionWords.contains(word))
          .forEach(unclear::add);
      allergy |= sentence.words().stream().anyMatch(ALLERGIES::contains);
    }
    if (unclear.isEmpty()) {
      return List.of();
    }
    String words = String.join(" ", unclear);
    boolean decides =
        allergy
            || unclear.stream().anyMatch(this::isMedicineOrNumber)
            || !medicines.in(claim.words()).isEmpty();
    return List.of(decides ? Objection.failure(words) : Objection.doubt(words));
  }

  /** Somebody takes it or must not take it by what stands here. */
  private boolean isDecided(Claim claim) {
    return claim.words().stream().anyMatch(ALLERGIES::contains)
        || claim.words().stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
  }

  private boolean isMedicineOrNumber(String word) {
    return Character.isDigit(word.charAt(0)) || !medicines.in(List.of(word)).isEmpty();
  }
}
