package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Holders;
import org.medicscribe.soapnote.reading.Holders.Holder;
import org.medicscribe.soapnote.reading.Stems;

/** What was said of a relative, or by a companion of herself, is not written of the patient. */
final class WhoseAgrees implements VerificationRule {

  /** A note names somebody else with these, too. */
  private static final Set<String> OTHERS =
      Set.of(
          "family",
          "familial",
          "familiar",
          "hereditary",
          "companion",
          "caregiver",
          "relatives",
          "maternal",
          "paternal",
          "familia",
          "acompanante",
          "fh");

  /** Of a child, and of whom a voice calls he or she, a companion may speak. */
  private static final Set<Holder> MAY_BE_THE_PATIENT = Set.of(Holder.CHILD, Holder.THIRD);

  /** Said of whoever found out, not of whose it is. */
  private static final Set<String> FINDING_OUT = Set.of("diagnosed", "diagnosis", "told", "found");

  private final Holders holders;
  private final Concepts concepts;

  WhoseAgrees(Holders holders, Concepts concepts) {
    this.holders = holders;
    this.concepts = concepts;
  }

  @Override
  public String name() {
    return "whose-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    if (claim.quoted().isEmpty() || namesAnother(claim)) {
      return List.of();
    }
    Map<String, Set<Holder>> said = said(claim);
    int patients = 0;
    int others = 0;
    boolean mayBeThePatient = true;
    List<String> words = new ArrayList<>();
    for (String word : FunctionWords.removedFrom(claim.words())) {
      if (FINDING_OUT.contains(word)) {
        continue;
      }
      Set<Holder> whose =
          said.getOrDefault(Stems.of(List.of(word), claim.language()).getFirst(), Set.of());
      if (whose.contains(Holder.PATIENT)) {
        patients++;
      } else if (!whose.isEmpty()) {
        others++;
        words.add(word);
        mayBeThePatient &= MAY_BE_THE_PATIENT.containsAll(whose);
      }
    }
    if (others <= patients) {
      return List.of();
    }
    String about = String.join(" ", words);
    return List.of(mayBeThePatient ? Objection.doubt(about) : Objection.failure(about));
  }

  private boolean namesAnother(Claim claim) {
    return claim.words().stream().anyMatch(OTHERS::contains)
        || concepts.in(claim.words()).stream().anyMatch(mention -> mention.isOf(Kind.KIN));
  }

  private Map<String, Set<Holder>> said(Claim claim) {
    Map<TranscriptLine, List<Sentence>> lines = new LinkedHashMap<>();
    claim.context().forEach(s -> lines.computeIfAbsent(s.line(), l -> new ArrayList<>()).add(s));
    Map<String, Set<Holder>> said = new HashMap<>();
    for (List<Sentence> line : lines.values()) {
      Holder speaker =
          claim.visit().roleOf(line.getFirst()).filter(SpeakerRole.OTHER::equals).isPresent()
              ? Holder.COMPANION
              : Holder.PATIENT;
      boolean patient =
          claim.visit().roleOf(line.getFirst()).filter(SpeakerRole.PATIENT::equals).isPresent();
      List<List<Holder>> whose =
          holders.of(line.stream().map(Sentence::words).toList(), speaker, patient);
      for (int i = 0; i < line.size(); i++) {
        List<String> stems = Stems.of(line.get(i).words(), claim.language());
        for (int at = 0; at < stems.size(); at++) {
          said.computeIfAbsent(stems.get(at), s -> EnumSet.noneOf(Holder.class))
              .add(whose.get(i).get(at));
        }
      }
    }
    return said;
  }
}
