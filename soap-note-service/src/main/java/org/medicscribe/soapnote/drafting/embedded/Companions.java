package org.medicscribe.soapnote.drafting.embedded;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SoapNote.SpeakerRole;

/** Who came with the patient, by voice label: what they say of themselves is not the patient's. */
final class Companions {

  private static final Pattern INTRODUCED =
      Pattern.compile(
          "(?i)\\b(?:i'm|i am|this is) (?:(?:his|her|their|the (?:patient|child|baby|boy|girl)'?s?"
              + "|\\w+'s) )(?:\\w+ )?("
              + Relatives.WORDS
              + "|carer|caregiver|interpreter|nurse|guardian|friend|neighbou?r)\\b"
              + "|\\b(?:i'm|i am|this is) (?:the|an|your|our) (?:\\w+ )?(?:interpreter|translator)\\b");

  private static final String UNNAMED = "companion";
  private static final String INTERPRETER = "interpreter";

  private final Map<String, String> relations;

  private Companions(Map<String, String> relations) {
    this.relations = Map.copyOf(relations);
  }

  /**
   * @param known who a label is, where a person has said so
   */
  static Companions of(List<TranscriptLine> lines, Map<String, SpeakerRole> known) {
    Map<String, String> relations = new HashMap<>();
    known.forEach((label, role) -> {
      switch (role) {
        case COMPANION, OTHER -> relations.put(label, UNNAMED);
        case INTERPRETER -> relations.put(label, INTERPRETER);
        case CLINICIAN, PATIENT -> {}
      }
    });
    for (TranscriptLine line : lines) {
      String label = line.speaker();
      if (label == null || known.containsKey(label) && !relations.containsKey(label)) {
        continue;
      }
      Matcher introduced = INTRODUCED.matcher(line.text());
      if (introduced.find()) {
        String relation = introduced.group(1);
        relations.put(label, relation == null ? INTERPRETER : relation.toLowerCase(Locale.ROOT));
      }
    }
    return new Companions(relations);
  }

  boolean isEmpty() {
    return relations.isEmpty();
  }

  /** "mother", "husband"; "" for the patient's own voice and for one that nobody could tell. */
  String relation(TranscriptLine line) {
    String label = line.speaker();
    return label == null ? "" : relations.getOrDefault(label, "");
  }

  /** What is known about voices, companions included; a person may have said more of them. */
  Map<String, SpeakerRole> with(Map<String, SpeakerRole> known) {
    Map<String, SpeakerRole> all = new HashMap<>(known);
    relations.forEach((label, relation) -> {
      SpeakerRole role = known.getOrDefault(label, SpeakerRole.PATIENT);
      if (role == SpeakerRole.PATIENT || role == SpeakerRole.CLINICIAN) {
        all.put(
            label, relation.equals(INTERPRETER) ? SpeakerRole.INTERPRETER : SpeakerRole.COMPANION);
      }
    });
    return all;
  }

  static boolean introduces(String said) {
    return INTRODUCED.matcher(said).find();
  }

  @Override
  public String toString() {
    return "Companions[" + relations.size() + "]";
  }
}
