package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.SpeakerRole;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
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

  ReviewedStatement withText(String other) {
    return new ReviewedStatement(other, section, language, transcript, cited, truth);
  }

  /** The same visit, but for this one sentence. */
  ReviewedStatement withSaid(Sentence sentence, String other) {
    List<TranscriptLine> lines = new ArrayList<>();
    for (TranscriptLine line : transcript.lines()) {
      lines.add(
          line.equals(sentence.line())
              ? new TranscriptLine(
                  line.segment(),
                  line.speaker(),
                  line.start(),
                  line.end(),
                  line.text().replace(sentence.text(), other),
                  line.confidence())
              : line);
    }
    TranscriptIndex changed = new TranscriptIndex(lines);
    return new ReviewedStatement(
        text,
        section,
        language,
        changed,
        cited.stream().map(each -> changed.sentences().get(each.position())).toList(),
        truth);
  }

  /** Both of one visit, as a drafter who writes long sentences joins them. */
  ReviewedStatement joined(ReviewedStatement other) {
    return new ReviewedStatement(
        text.replaceFirst("[.;]?\\s*$", "; ") + other.text,
        section,
        language,
        transcript,
        Stream.concat(cited.stream(), other.cited.stream()).distinct().toList(),
        truth);
  }

  /** What the review says about it. */
  Verification review() {
    List<Citation> citations =
        cited.stream()
            .map(sentence -> new Citation(sentence.line().segment().value(), sentence.text()))
            .toList();
    DraftStatement statement = new DraftStatement(text, citations);
    Draft draft = new Draft(List.of(new DraftSection(section, List.of(statement))), ROLES);
    return VERIFIER.verify(draft, ShippedTemplates.standard(), language, transcript).stream()
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
