package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.soapnote.note.Citation;

/** Writes one statement for each thing said, questions together with their answers. */
final class CandidateWriter {

  private static final int FEWEST_WORDS = 3;

  /** After a plain "no", words that take it back in part. */
  private static final String EXCEPTION =
      "(?i)^(?:just|only|except|but|well|maybe|sometimes|occasionally|a little|a bit|not|other than|unless|until|if)\\b.*";

  private final List<TranscriptLine> lines;

  CandidateWriter(List<TranscriptLine> lines) {
    this.lines = lines;
  }

  List<Candidate> write(List<Remark> remarks) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < remarks.size(); i++) {
      Remark remark = remarks.get(i);
      if (remark.question()) {
        int answer = answerTo(remarks, i);
        if (answer > 0 && answered(remarks, i, answer, candidates)) {
          i = answer;
        }
        continue;
      }
      alone(remark).ifPresent(candidates::add);
    }
    return candidates;
  }

  /** The patient's first sentence after a clinician's last question in a row; -1 if none. */
  private static int answerTo(List<Remark> remarks, int question) {
    int next = question + 1;
    boolean asked = remarks.get(question).side() == SpeakerSide.CLINICIAN && next < remarks.size();
    return asked && remarks.get(next).side() == SpeakerSide.PATIENT ? next : -1;
  }

  /** Whether the answer is used up by the statement. */
  private boolean answered(
      List<Remark> remarks, int asked, int answer, List<Candidate> candidates) {
    Remark question = remarks.get(asked);
    Remark reply = remarks.get(answer);
    if (reply.question()) {
      return false;
    }
    String questionText = Fillers.clean(question.tokens());
    String replyText = replyText(reply);
    if (replyText.isEmpty() || questionText.isEmpty()) {
      return false;
    }
    boolean takenBack =
        answer + 1 < remarks.size()
            && remarks.get(answer + 1).side() == SpeakerSide.PATIENT
            && AnswerVoice.isShort(replyText)
            && Fillers.clean(remarks.get(answer + 1).tokens()).matches(EXCEPTION);
    Optional<String> styled =
        takenBack ? Optional.empty() : AnswerVoice.statement(questionText, replyText);
    if (styled.isPresent()) {
      candidates.add(
          candidate(styled.get(), StatementKind.ANSWER, SpeakerSide.PATIENT, question, reply));
      return true;
    }
    boolean standsAlone =
        replyText.split(" ").length >= 6
            && !replyText.matches(EXCEPTION)
            && alone(reply).isPresent();
    boolean idle = SmallTalk.is(questionText) || replyText.split(" ").length > 40;
    if (standsAlone || takenBack || idle || questionText.split(" ").length > 30) {
      return false;
    }
    String neutral = "asked \"" + questionText + "?\": " + replyText;
    candidates.add(candidate(neutral, StatementKind.QUOTE, SpeakerSide.PATIENT, question, reply));
    return true;
  }

  /** A "yes" in front of an answer is not filler when it is all there is. */
  private static String replyText(Remark reply) {
    String cleaned = Fillers.clean(reply.tokens());
    return cleaned.isEmpty()
        ? String.join(" ", reply.words().stream().distinct().toList())
        : cleaned;
  }

  private Optional<Candidate> alone(Remark remark) {
    String said = Fillers.clean(remark.tokens());
    if (said.split(" ").length < FEWEST_WORDS || SmallTalk.is(said)) {
      return Optional.empty();
    }
    if (remark.side() == SpeakerSide.PATIENT) {
      Optional<String> third = PatientVoice.third(said);
      return Optional.of(
          third
              .map(text -> candidate(text, StatementKind.REPORT, remark.side(), remark))
              .orElseGet(() -> quote("Patient: ", said, remark)));
    }
    return Optional.of(
        ClinicianVoice.note(said)
            .map(note -> candidate(note.text(), note.kind(), remark.side(), remark))
            .orElseGet(() -> quote("Clinician: ", said, remark)));
  }

  private Candidate quote(String who, String said, Remark remark) {
    return candidate(who + said, StatementKind.QUOTE, remark.side(), remark);
  }

  private Candidate candidate(
      String text, StatementKind kind, SpeakerSide side, Remark... sources) {
    List<Citation> evidence = new ArrayList<>();
    for (Remark source : sources) {
      evidence.addAll(citations(source));
    }
    double place = sources[0].firstLine() / (double) lines.size();
    return new Candidate(Polish.statement(text), kind, side, place, evidence);
  }

  /** The very words of the transcript, one citation for each line they stand in. */
  private List<Citation> citations(Remark remark) {
    List<Citation> citations = new ArrayList<>();
    List<Token> tokens = remark.tokens();
    int from = 0;
    for (int i = 1; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).line() != tokens.get(from).line()) {
        TranscriptLine line = lines.get(tokens.get(from).line());
        String quote = line.text().substring(tokens.get(from).start(), tokens.get(i - 1).end());
        citations.add(new Citation(line.segment().value(), quote));
        from = i;
      }
    }
    return citations;
  }
}
