package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.soapnote.note.Citation;

/** Writes one statement for each thing said, questions together with their answers. */
final class CandidateWriter {

  private static final int FEWEST_WORDS = 3;

  /** Words; less is no answer by itself. */
  private static final int SCRAP = 5;

  private static final int LONGEST_REPLY = 3;
  private static final int LONGEST_QUOTED = 35;

  private static final Set<String> AFFIRMATIVE =
      Set.of("yes", "yeah", "yep", "yup", "uh-huh", "correct");

  /** After a plain "no", words that take it back in part. */
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?i)^(?:just|only|except|but|maybe|sometimes|occasionally|a little|a bit|not|other than"
              + "|unless|until|if|when|every)\\b");

  /** Answers that mean nothing without their question. */
  private static final Pattern ELLIPTIC =
      Pattern.compile(
          "(?i)^(?:yes, )?(?:(?:no|just|only|except|maybe|sometimes|not|other than|unless|if|when)\\b(?! (?:i|it|my|the|there)\\b)"
              + "|(?:i|we) (?:try|do|did|have|am|was|can|could|would|used to|don't|haven't|didn't)"
              + "(?:$|,| (?:but|though|sometimes)\\b))");

  private final List<TranscriptLine> lines;

  CandidateWriter(List<TranscriptLine> lines) {
    this.lines = lines;
  }

  List<Candidate> write(List<Remark> remarks) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < remarks.size(); i++) {
      Remark remark = remarks.get(i);
      if (remark.question()) {
        i += answered(remarks, i, candidates);
      } else {
        alone(remark).ifPresent(candidates::add);
      }
    }
    return candidates;
  }

  /** How many of the remarks after the question its statement has used up. */
  private int answered(List<Remark> remarks, int asked, List<Candidate> candidates) {
    Remark question = remarks.get(asked);
    String questionText = Fillers.clean(question.tokens());
    if (question.side() != SpeakerSide.CLINICIAN || questionText.isEmpty()) {
      return 0;
    }
    List<Remark> reply = new ArrayList<>();
    for (int i = asked + 1; i < remarks.size() && reply.size() < LONGEST_REPLY; i++) {
      Remark next = remarks.get(i);
      boolean more = reply.isEmpty() || isUnfinished(reply, next);
      if (next.side() != SpeakerSide.PATIENT || next.question() || !more) {
        break;
      }
      reply.add(next);
      Optional<String> styled = AnswerVoice.statement(questionText, textOf(reply));
      boolean takenBack =
          i + 1 < remarks.size()
              && remarks.get(i + 1).side() == SpeakerSide.PATIENT
              && isUnfinished(reply, remarks.get(i + 1));
      if (styled.isPresent() && !takenBack) {
        candidates.add(answer(styled.get(), StatementKind.ANSWER, question, reply));
        return reply.size();
      }
    }
    return neutral(question, questionText, reply, candidates);
  }

  /** The question beside the answer as given, where the answer alone would say nothing. */
  private int neutral(
      Remark question, String questionText, List<Remark> reply, List<Candidate> candidates) {
    String replyText = textOf(reply);
    int length = replyText.split(" ").length;
    boolean standsAlone = reply.size() == 1 && length >= 6 && !ELLIPTIC.matcher(replyText).find();
    boolean idle =
        replyText.isEmpty()
            || SmallTalk.isOpenQuestion(questionText)
            || length > LONGEST_QUOTED
            || questionText.split(" ").length > LONGEST_QUOTED;
    if (standsAlone || idle) {
      return 0;
    }
    String text = "asked \"" + questionText + "?\": " + replyText;
    candidates.add(answer(text, StatementKind.QUOTE, question, reply));
    return reply.size();
  }

  /** A plain answer is not, unless it is qualified next; a scrap ("I used to.") is. */
  private static boolean isUnfinished(List<Remark> reply, Remark next) {
    String text = textOf(reply);
    return AnswerVoice.isPlain(text)
        ? QUALIFIED.matcher(Fillers.clean(next.tokens())).find()
        : text.split(" ").length < SCRAP;
  }

  /** Without fillers, though a first "yes" is no filler in an answer. */
  private static String textOf(List<Remark> reply) {
    String text =
        reply.stream()
            .map(remark -> Fillers.clean(remark.tokens()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    boolean yes = !reply.isEmpty() && AFFIRMATIVE.contains(reply.getFirst().words().getFirst());
    if (text.isEmpty()) {
      return yes ? "yes" : "";
    }
    return yes ? "yes, " + text : text;
  }

  private Candidate answer(String text, StatementKind kind, Remark question, List<Remark> reply) {
    List<Remark> sources = new ArrayList<>(reply);
    sources.addFirst(question);
    return candidate(text, kind, SpeakerSide.PATIENT, sources.toArray(Remark[]::new));
  }

  private Optional<Candidate> alone(Remark remark) {
    String said = Fillers.clean(remark.tokens());
    if (said.split(" ").length < FEWEST_WORDS || SmallTalk.is(said)) {
      return Optional.empty();
    }
    if (remark.side() == SpeakerSide.PATIENT) {
      Optional<String> third =
          PatientVoice.third(said).filter(text -> text.split(" ").length >= FEWEST_WORDS);
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
