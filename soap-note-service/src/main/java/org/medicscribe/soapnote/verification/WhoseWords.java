package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Holders;
import org.medicscribe.soapnote.reading.Holders.Holder;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Of whom the words behind a claim are said. What the quoted sentences tell counts first, then what
 * they ask, then the rest of their lines: "How is your brother?" leaves open whose cough it is that
 * "my cough" tells.
 */
final class WhoseWords {

  private final Claim claim;
  private static final Set<String> FIRST_PERSON =
      Set.of("i", "i'm", "i've", "my", "me", "we", "yo", "mi");

  /** Words; who answers more has begun to tell something. */
  private static final int BARE_ANSWER = 5;

  private final Map<Integer, Holder> last = new HashMap<>();
  private final Map<String, Set<Holder>> told = new HashMap<>();
  private final Map<String, Set<Holder>> asked = new HashMap<>();
  private final Map<String, Set<Holder>> around = new HashMap<>();

  WhoseWords(Claim claim, Holders holders) {
    this.claim = claim;
    Map<TranscriptLine, List<Sentence>> lines = new LinkedHashMap<>();
    claim.context().forEach(s -> lines.computeIfAbsent(s.line(), l -> new ArrayList<>()).add(s));
    for (List<Sentence> line : lines.values()) {
      read(line, holders);
    }
  }

  /** Empty when nobody said it. */
  Set<Holder> of(String word) {
    String stem = Stems.of(List.of(word), claim.language()).getFirst();
    for (Map<String, Set<Holder>> said : List.of(told, asked, around)) {
      Set<Holder> whose = said.get(stem);
      if (whose != null) {
        return whose;
      }
    }
    return Set.of();
  }

  /** "How is your mother?" "Quite well.": nothing of what is quoted is of the patient. */
  boolean areOfARelativeOnly() {
    boolean asked = false;
    for (Sentence sentence : claim.quoted()) {
      if (claim.visit().isQuestion(sentence)) {
        if (last.get(sentence.position()) != Holder.RELATIVE) {
          return false;
        }
        asked = true;
      } else if (sentence.words().size() > BARE_ANSWER
          || sentence.words().stream().anyMatch(FIRST_PERSON::contains)) {
        return false;
      }
    }
    return asked;
  }

  private void read(List<Sentence> line, Holders holders) {
    Optional<SpeakerRole> role = claim.visit().roleOf(line.getFirst());
    Holder speaker = role.map(WhoseWords::ownHolder).orElse(Holder.PATIENT);
    boolean patient = role.filter(SpeakerRole.PATIENT::equals).isPresent();
    List<List<Holder>> whose =
        holders.of(
            line.stream().map(Sentence::words).toList(),
            speaker,
            patient,
            askedOf(line.getFirst(), holders));
    for (int i = 0; i < line.size(); i++) {
      Sentence sentence = line.get(i);
      List<String> stems = Stems.of(sentence.words(), claim.language());
      if (!stems.isEmpty()) {
        last.put(sentence.position(), whose.get(i).getLast());
      }
      Map<String, Set<Holder>> said = placeOf(sentence);
      for (int at = 0; at < stems.size(); at++) {
        said.computeIfAbsent(stems.get(at), s -> EnumSet.noneOf(Holder.class))
            .add(whose.get(i).get(at));
      }
    }
  }

  /** Whose "I" is. What an interpreter says of herself is as little the patient's. */
  private static Holder ownHolder(SpeakerRole role) {
    return switch (role) {
      case CLINICIAN, PATIENT -> Holder.PATIENT;
      case COMPANION, INTERPRETER, OTHER -> Holder.COMPANION;
    };
  }

  private Map<String, Set<Holder>> placeOf(Sentence sentence) {
    boolean quoted =
        claim.quoted().stream().anyMatch(each -> each.position() == sentence.position());
    if (!quoted) {
      return around;
    }
    return claim.visit().isQuestion(sentence) ? asked : told;
  }

  /** "How is your brother doing with that?": the answer begins with him. */
  private Holder askedOf(Sentence answer, Holders holders) {
    return claim
        .questionBefore(answer)
        .map(question ->
            holders.of(List.of(question.words()), Holder.PATIENT, false, Holder.PATIENT).getFirst())
        .filter(whose -> !whose.isEmpty())
        .map(List::getLast)
        .orElse(Holder.PATIENT);
  }

  @Override
  public String toString() {
    return "WhoseWords[" + told.size() + "]";
  }
}
