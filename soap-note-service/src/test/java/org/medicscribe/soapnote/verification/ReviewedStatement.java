package org.medicscribe.soapnote.verification;

import java.util.List;
import java.util.Map;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.NoteTemplate;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;

/**
 * One statement beside the sentences of its visit that say it.
 *
 * @param truth what a person found who read both
 */
record ReviewedStatement(
    String text,
    SectionCode section,
    NoteLanguage language,
    TranscriptIndex transcript,
    List<Sentence> cited,
    Truth truth) {

  enum Truth {
    TRUE,
    FALSE,
    NOT_READ
  }

  private static final NoteVerifier VERIFIER = new NoteVerifier(Medicines.fromWordList());
  private static final Map<String, SpeakerRole> ROLES =
      Map.of("S1", SpeakerRole.CLINICIAN, "S2", SpeakerRole.PATIENT);

  /** What the review says about these words, resting on the same sentences. */
  Verification review(String words) {
    List<Citation> citations =
        cited.stream()
            .map(sentence -> new Citation(sentence.line().segment().value(), sentence.text()))
            .toList();
    DraftStatement statement = new DraftStatement(words, citations);
    Draft draft = new Draft(List.of(new DraftSection(section, List.of(statement))), ROLES);
    return VERIFIER.verify(draft, NoteTemplate.SOAP, language, transcript).stream()
        .flatMap(reviewed -> reviewed.statements().stream())
        .findFirst()
        .orElseThrow()
        .verification();
  }

  /** Everything that was said in the visit, in lower case. */
  boolean isNamedAnywhere(String words) {
    return transcript.sentences().stream()
        .anyMatch(sentence -> String.join(" ", sentence.words()).contains(words));
  }

  @Override
  public String toString() {
    return "ReviewedStatement[" + section + ", " + truth + "]";
  }
}
