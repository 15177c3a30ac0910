package org.medicscribe.soapnote.omissions;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Quantity;

/** A medicine with its dose; a medicine alone if the note does not name it at all. */
final class MedicineFacts implements SafetyFacts {

  private static final Set<String> DOSE_UNITS =
      Set.of("mg", "mcg", "g", "ml", "iu", "meq", "tablet", "capsule", "puff", "drop", "spray");

  private final Medicines medicines;

  MedicineFacts(Medicines medicines) {
    this.medicines = medicines;
  }

  @Override
  public List<Omission> missing(TranscriptIndex transcript, WrittenNote note) {
    List<Omission> omissions = new ArrayList<>();
    Set<String> listed = new LinkedHashSet<>();
    for (Sentence sentence : transcript.sentences()) {
      Set<String> doses = doses(sentence.words());
      for (Medicines.Mention mention : medicines.in(sentence.words())) {
        boolean missing = isMissing(mention.substance(), doses, note);
        if (missing
            && Spoken.isAffirmed(sentence, transcript)
            && listed.add(mention.substance() + doses)) {
          omissions.add(Spoken.omission(Omission.Kind.MEDICINE, sentence));
        }
      }
    }
    return omissions.stream().distinct().toList();
  }

  private boolean isMissing(String substance, Set<String> doses, WrittenNote note) {
    boolean named = false;
    Set<String> written = new HashSet<>();
    for (List<String> statement : note.statements()) {
      boolean here =
          medicines.in(statement).stream().anyMatch(m -> m.substance().equals(substance));
      if (here) {
        named = true;
        written.addAll(numbers(statement));
      }
    }
    return !named || (!doses.isEmpty() && Collections.disjoint(doses, written));
  }

  private static Set<String> doses(List<String> words) {
    Set<String> doses = new HashSet<>();
    for (NoteLanguage language : NoteLanguage.values()) {
      for (Quantity quantity : Quantities.in(words, language)) {
        if (quantity.unit().filter(DOSE_UNITS::contains).isPresent()) {
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
