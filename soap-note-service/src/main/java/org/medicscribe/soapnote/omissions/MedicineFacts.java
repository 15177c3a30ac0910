package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/**
 * A medicine with its dose; a medicine alone if the note does not name it at all; and a dose beside
 * a name that nobody knows, which may be a medicine heard wrongly.
 */
final class MedicineFacts implements SafetyFacts {

  private static final Set<String> DOSE_UNITS =
      Set.of("mg", "mcg", "g", "ml", "iu", "meq", "tablet", "capsule", "puff", "drop", "spray");

  /** Units that nothing but a medicine is given in. */
  private static final Set<String> ONLY_DOSES = Set.of("mg", "mcg", "iu", "meq", "puff");

  /** Beside these, milligrams and units are a reading or a meal. */
  private static final Set<String> NO_MEDICINE =
      Set.of(
          "deciliter",
          "dl",
          "glucose",
          "cholesterol",
          "hemoglobin",
          "creatinine",
          "level",
          "levels",
          "ldl",
          "hdl",
          "triglycerides",
          "bilirubin",
          "salt",
          "caffeine",
          "diet",
          "calories",
          "alcohol",
          "week's",
          "blood",
          "calcium's");

  private final Medicines medicines;

  MedicineFacts(Medicines medicines) {
    this.medicines = medicines;
  }

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    List<Omission> omissions = new ArrayList<>();
    Set<String> listed = new LinkedHashSet<>();
    for (Sentence sentence : transcript.sentences()) {
      for (Medicines.Mention mention : medicines.in(sentence.words())) {
        String excerpt = Excerpt.of(sentence.text(), words -> names(words, mention.substance()));
        Set<String> doses = doses(PlainWords.of(excerpt), DOSE_UNITS);
        boolean missing =
            isMissing(mention.substance(), doses, note)
                && Spoken.isAffirmed(sentence, transcript)
                && !Spoken.isOfSomebodyElse(excerpt)
                && (!doses.isEmpty() || !Spoken.isSupposed(excerpt));
        if (missing && listed.add(mention.substance() + doses)) {
          omissions.add(Spoken.omission(Omission.Kind.MEDICINE, sentence, excerpt));
        }
      }
      unknown(sentence, transcript, note)
          .filter(found -> listed.add(found.text()))
          .ifPresent(omissions::add);
    }
    return omissions.stream().distinct().toList();
  }

  private Optional<Omission> unknown(
      Sentence sentence, TranscriptIndex transcript, WrittenNote note) {
    Set<String> all = doses(sentence.words(), ONLY_DOSES);
    if (all.isEmpty() || !Spoken.isAffirmed(sentence, transcript)) {
      return Optional.empty();
    }
    String excerpt = Excerpt.of(sentence.text(), words -> !doses(words, ONLY_DOSES).isEmpty());
    List<String> words = PlainWords.of(excerpt);
    boolean other =
        !medicines.in(words).isEmpty()
            || words.stream().anyMatch(NO_MEDICINE::contains)
            || Spoken.isOfSomebodyElse(excerpt);
    Set<String> written = new HashSet<>();
    note.statements().forEach(statement -> written.addAll(numbers(statement)));
    return other || !Collections.disjoint(doses(words, ONLY_DOSES), written)
        ? Optional.empty()
        : Optional.of(Spoken.omission(Omission.Kind.MEDICINE, sentence, excerpt));
  }

  private boolean names(List<String> words, String substance) {
    return medicines.in(words).stream().anyMatch(m -> m.substance().equals(substance));
  }

  private boolean isMissing(String substance, Set<String> doses, WrittenNote note) {
    boolean named = false;
    Set<String> written = new HashSet<>();
    for (List<String> statement : note.statements()) {
      if (names(statement, substance)) {
        named = true;
        written.addAll(numbers(statement));
      }
    }
    return !named || (!doses.isEmpty() && Collections.disjoint(doses, written));
  }

  private static Set<String> doses(List<String> words, Set<String> units) {
    Set<String> doses = new HashSet<>();
    for (NoteLanguage language : NoteLanguage.values()) {
      for (Quantity quantity : Quantities.in(words, language)) {
        if (quantity.unit().filter(units::contains).isPresent()) {
          doses.addAll(quantity.number().readings());
        }
      }
    }
    return doses;
  }

  private static Set<String> numbers(List<String> words) {
    Set<String> numbers = new HashSet<>();
    for (NoteLanguage language : NoteLanguage.values()) {
      Quantities.in(words, language).forEach(q -> numbers.addAll(q.number().readings()));
    }
    return numbers;
  }
}
