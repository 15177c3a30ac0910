package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.reading.Identifiers;

/**
 * Writes one statement for each thing said that can stand in a note: a question together with its
 * answer, "it" together with what was meant. Whatever identifies somebody, is meant for the
 * recorder, or only might be, is left out.
 */
final class CandidateWriter {

  private static final int FEWEST_WORDS = 2;
  private static final int LONGEST_QUOTED = 30;

  /** Words; two sentences that belong together become one statement up to here. */
  private static final int LONGEST_JOINED = 32;

  /** Orders that a patient gives to whatever writes the note. */
  private static final Pattern TO_THE_RECORDER =
      Pattern.compile(
          "(?i).*(?:\\b(?:computer|scribe|assistant|recorder|machine|chat ?gpt|a\\.?i)\\b.{0,60}\\b(?:write|put|note|add|record|ignore|say)\\b"
              + "|\\b(?:ignore|forget|disregard) (?:all |any |the |your )*(?:previous |prior |earlier |above |other )*(?:instructions|prompts?|rules)"
              + "|\\b(?:write|put|note|add|record|enter|type)\\b.{0,40}\\b(?:in|into|to|on|under) (?:the|my|this) (?:plan|notes?|chart|records?|assessment|file|document)\\b).*");

  private static final Pattern FIRST_PERSON =
      Pattern.compile("(?i)(?<![\\w'])(?:i|i'\\w+|my|me|mine|myself)(?![\\w'])");

  private static final Pattern ANOTHER =
      Pattern.compile("(?i)(?:^|\\band |\\bbut |, )(?:she|he)(?:'s)?\\b");

  /** "Order that as well": what "that" is stands elsewhere. */
  private static final Pattern EMPTY_ORDER =
      Pattern.compile(
          "(?i)^(?:\\w+ )?(?:\\w+ )?(?:that|it|this|them|those|these)(?: (?:as well|too|also|then|now|today|for (?:them|the patient)|on))*$"
              + "|^(?:prescribe|order|start|give|try|get|do|add|put|send) (?:on )?(?:one|an?|another|some|two|the|this|that) (?:\\w+ )?(?:medicines?|medications?|meds?|tests?|things?|stuff|prescriptions?|treatments?)$"
              + "|^(?:start|begin|continue|go|move|keep) (?:on|anyway|going|off|by \\w+ing\\b.*|with .*\\bfirst)$"
              + "|^keep (?:(?!taking|using|wearing|drinking|eating)\\w+ing|it from)\\b.*");

  private static final Pattern DENIAL =
      Pattern.compile(
          "(?i)^(?:no|nope|nah|not|never|none)(?! (?:problem|worries|questions?|doubt|wonder|idea)\\b)\\b.*|^i (?:don't|do not|didn't|haven't) (?:think|believe|have|notice)\\b.*");

  /** Words; who says more than that has begun to tell something. */
  private static final int LONGEST_DENIAL = 7;

  /** It is about what the patient has or does, or too short to be about anything else. */
  private static final Pattern ASKING =
      Pattern.compile("(?i)\\byou(?:'ve|'re|'d)?\\b(?! know\\b)|\\bany\\b|^(?:\\S+ ?){1,4}$");

  private static final Pattern ABOUT_MEDICINES =
      Pattern.compile(
          "(?i)\\b(?:medicines?|medications?|meds|tablets|pills|inhalers?|drops)\\b|\\ballerg");

  /** Its answer is who it is, however many words come before the name. */
  private static final Pattern ASKS_WHO =
      Pattern.compile(
          "(?i).*\\b(?:confirm|what(?:'s| is| was)|tell me|give me|have|check) (?:\\w+ ){0,3}names?\\b.*|.*\\bwho am i (?:speaking|talking)\\b.*");

  /** What clinicians or people do and think, not what this patient has. */
  private static final Pattern IN_GENERAL =
      Pattern.compile(
          "(?i)^(?!.*(?<![\\w'])(?:you|you'\\w+|your|i|i'\\w+|my|patient)(?![\\w']))(?=.*\\b(?:we|we'\\w+|people|they)\\b).*"
              + "|.*\\b(?:has there been|have there been|have you|do you|are you|did you|is there) .*");

  /** "You're sleeping well, okay?" asks, whatever its order of words. */
  private static final Pattern PUT_TO_THE_PATIENT =
      Pattern.compile("(?i)^(?:also,? )?(?:you're|you are|you) (?:still |just |not )?\\w+ing\\b.*");

  /** Words; an echo repeats no more. */
  private static final int LONGEST_ECHO = 4;

  private final List<TranscriptLine> lines;
  private final Companions companions;
  private final Names names;
  private final ClinicalWords words;
  private final Standing standing;
  private final List<Remark> remarks;
  private final AnswerWriter answers;

  CandidateWriter(
      List<TranscriptLine> lines, Companions companions, ClinicalWords words, List<Remark> spoken) {
    this.lines = lines;
    this.companions = companions;
    this.names = Names.of(lines, words);
    this.words = words;
    this.standing = new Standing(words);
    this.remarks = takenBackJoined(spoken);
    this.answers =
        new AnswerWriter(lines, words, !companions.isEmpty() || speaksForAnother(remarks));
  }

  /** Whether the patient's side tells of "him" or "her" rather than of itself, as a parent does. */
  private static boolean speaksForAnother(List<Remark> remarks) {
    int another = 0;
    int own = 0;
    for (Remark remark : remarks) {
      if (remark.side() == SpeakerSide.PATIENT) {
        String said = Fillers.clean(remark.tokens());
        another += ANOTHER.matcher(said).find() ? 1 : 0;
        own += FIRST_PERSON.matcher(said).find() ? 1 : 0;
      }
    }
    return another > 1 && another >= own;
  }

  List<Candidate> write() {
    List<Candidate> candidates = new ArrayList<>();
    int followed = -1;
    boolean aboutMedicines = false;
    boolean asksWho = false;
    for (int i = 0; i < remarks.size(); i++) {
      Remark remark = remarks.get(i);
      String before = i == 0 ? "" : Fillers.clean(remarks.get(i - 1).tokens());
      String said = Fillers.clean(remark.tokens());
      if (remark.side() == SpeakerSide.CLINICIAN) {
        asksWho = ASKS_WHO.matcher(said).matches() && !ABOUT_MEDICINES.matcher(said).find();
      }
      if (identifies(remark, before) || asksWho && !standing.isClinical(said)) {
        continue;
      }
      if (remark.side() == SpeakerSide.CLINICIAN) {
        aboutMedicines = remark.question() && ABOUT_MEDICINES.matcher(said).find();
      }
      if (remark.question() || isDeniedNext(i)) {
        Optional<AnswerWriter.Answer> answer = answers.to(remarks, i);
        if (answer.isPresent()) {
          Candidate told = answered(answer.get());
          i += answer.get().used();
          if (!tellsNothing(told)) {
            candidates.add(told);
            followed = i;
          }
        }
        continue;
      }
      Optional<Candidate> candidate =
          isEcho(i)
              ? Optional.empty()
              : alone(remark, aboutMedicines).filter(told -> !isScrap(told) && !tellsNothing(told));
      boolean follows = followed == i - 1 && i > 0 && remarks.get(i - 1).side() == remark.side();
      if (candidate.isEmpty()) {
        continue;
      }
      if (!Standing.pointsBack(spokenPart(candidate.get()))) {
        candidates.add(candidate.get());
        followed = i;
      } else if (follows
          && isOfThings(candidate.get())
          && fits(candidates.getLast(), candidate.get())) {
        candidates.set(candidates.size() - 1, candidates.getLast().and(candidate.get()));
        followed = i;
      } else if (tellsByItself(candidate.get())) {
        candidates.add(candidate.get());
        followed = i;
      }
    }
    return candidates;
  }

  /** "Follow up in two weeks." "Sorry, in one week." is one sentence. */
  private static List<Remark> takenBackJoined(List<Remark> spoken) {
    List<Remark> joined = new ArrayList<>();
    for (Remark remark : spoken) {
      String said = Fillers.spoken(remark.tokens());
      boolean goesOn = !joined.isEmpty() && joined.getLast().side() == remark.side();
      if (goesOn && Retraction.isWhole(said)) {
        joined.removeLast();
      } else if (goesOn
          && Retraction.begins(said)
          && !joined.getLast().question()
          && Retraction.takesBack(Fillers.spoken(joined.getLast().tokens()), said)) {
        joined.set(joined.size() - 1, joined.getLast().and(remark));
      } else {
        joined.add(remark);
      }
    }
    return joined;
  }

  private static boolean identifies(Remark remark, String before) {
    return Identifiers.in(Fillers.spoken(remark.tokens()), before);
  }

  /** What the patient denies at once was a question, whatever its wording. */
  private boolean isDeniedNext(int at) {
    if (remarks.get(at).side() != SpeakerSide.CLINICIAN || at + 1 >= remarks.size()) {
      return false;
    }
    Remark next = remarks.get(at + 1);
    String reply = Fillers.clean(next.tokens());
    String said = Fillers.clean(remarks.get(at).tokens());
    boolean denied =
        next.side() == SpeakerSide.PATIENT
            && DENIAL.matcher(reply).matches()
            && reply.split(" ").length <= LONGEST_DENIAL;
    return denied
        && ASKING.matcher(said).find()
        && ClinicianVoice.note(said)
            .filter(
                note -> note.kind() == StatementKind.ORDER || note.kind() == StatementKind.ADVICE)
            .isEmpty();
  }

  /** "No." "No pain, okay." */
  private boolean isEcho(int at) {
    if (at == 0 || remarks.get(at).side() != SpeakerSide.CLINICIAN) {
      return false;
    }
    Remark before = remarks.get(at - 1);
    String said = Fillers.clean(remarks.get(at).tokens());
    return before.side() == SpeakerSide.PATIENT
        && DENIAL.matcher(Fillers.clean(before.tokens())).matches()
        && said.matches("(?i)no [^,.]+")
        && said.split(" ").length <= LONGEST_ECHO;
  }

  private static boolean tellsNothing(Candidate candidate) {
    return Standing.tellsNothing(candidate.text()) || Idle.is(candidate.text(), candidate.kind());
  }

  private boolean isScrap(Candidate candidate) {
    return !directs(candidate)
        && candidate.kind() != StatementKind.IMPRESSION
        && standing.isScrap(candidate.text());
  }

  private Candidate answered(AnswerWriter.Answer answer) {
    List<Citation> evidence = new ArrayList<>();
    answer.sources().forEach(source -> evidence.addAll(citations(source)));
    String relation = companions.relation(lines.get(answer.sources().getLast().firstLine()));
    String text = words.spelledOut(names.leftOutOf(answer.text()));
    boolean own = !relation.isEmpty() && FIRST_PERSON.matcher(answer.reply()).find();
    return new Candidate(
        Polish.statement(own ? relation + ": " + text : text),
        answer.kind(),
        SpeakerSide.PATIENT,
        place(answer.sources().getFirst()),
        evidence);
  }

  /**
   * @param asked whether it goes on answering which medicines somebody takes, whose names a
   *     recogniser seldom hears right
   */
  private Optional<Candidate> alone(Remark remark, boolean asked) {
    String said = words.spelledOut(names.leftOutOf(Fillers.clean(remark.tokens())));
    if (said.split(" ").length < FEWEST_WORDS || SmallTalk.is(said) || !standing.isWhole(said)) {
      return Optional.empty();
    }
    boolean told = asked || standing.isClinical(said) || Standing.pointsBack(said);
    if (remark.side() == SpeakerSide.PATIENT) {
      return told ? patients(said, remark) : Optional.empty();
    }
    return clinicians(said, told, remark);
  }

  private Optional<Candidate> patients(String said, Remark remark) {
    String relation = companions.relation(lines.get(remark.firstLine()));
    String who = relation.isEmpty() ? "Patient" : relation;
    if (TO_THE_RECORDER.matcher(said).matches()) {
      return Optional.of(candidate(who + ": \"" + said + "\"", StatementKind.QUOTE, remark));
    }
    if (Companions.introduces(said) && said.split(" ").length <= 6) {
      return Optional.empty();
    }
    boolean own = !relation.isEmpty() && FIRST_PERSON.matcher(said).find();
    Optional<String> third =
        Fillers.isInDoubt(remark.tokens()) ? Optional.empty() : PatientVoice.third(said);
    if (third.isPresent()) {
      String text = own ? relation + ": " + third.get() : third.get();
      return third.get().split(" ").length < FEWEST_WORDS || !standing.isWhole(third.get())
          ? Optional.empty()
          : Optional.of(candidate(text, StatementKind.REPORT, remark));
    }
    return said.split(" ").length > LONGEST_QUOTED || !standing.isFact(said)
        ? Optional.empty()
        : Optional.of(candidate(who + ": " + said, StatementKind.QUOTE, remark));
  }

  private Optional<Candidate> clinicians(String said, boolean told, Remark remark) {
    if (Standing.isForTheRecorder(said) || said.contains("?")) {
      return Optional.empty();
    }
    Optional<Styled> note =
        Fillers.isInDoubt(remark.tokens()) ? Optional.empty() : ClinicianVoice.note(said);
    boolean directs = note.filter(CandidateWriter::directs).isPresent();
    if (note.isPresent() && directs) {
      return EMPTY_ORDER.matcher(note.get().text()).matches()
          ? Optional.empty()
          : Optional.of(candidate(note.get().text(), note.get().kind(), remark));
    }
    boolean asked =
        remark.tokens().getLast().text().contains("?")
            && PUT_TO_THE_PATIENT.matcher(said).matches();
    if (!told || asked) {
      return Optional.empty();
    }
    boolean impression =
        note.filter(styled -> styled.kind() == StatementKind.IMPRESSION).isPresent();
    if (Standing.isExamCommand(said) || !standing.isFact(said) && !impression) {
      return Standing.isSafetyNet(said) && said.matches("(?i).*\\b(?:if|unless|when)\\b.*")
          ? note.map(styled -> candidate(styled.text(), StatementKind.ADVICE, remark))
          : Optional.empty();
    }
    boolean heading =
        impression
            && note.get().text().split(" ").length < 4
            && !note.get().text().contains(":")
            && !note.get().text().startsWith("probably");
    if (heading && !words.nameCondition(note.get().text())) {
      return Optional.empty();
    }
    if (impression
        && !words.nameCondition(note.get().text())
        && !Placement.isJudged(note.get().text())) {
      return Optional.empty();
    }
    return note.map(styled -> candidate(styled.text(), styled.kind(), remark))
        .or(() ->
            said.split(" ").length > LONGEST_QUOTED || isInGeneral(said)
                ? Optional.empty()
                : Optional.of(candidate("Clinician: " + said, StatementKind.QUOTE, remark)));
  }

  private boolean isInGeneral(String said) {
    return IN_GENERAL.matcher(said).matches()
        && !words.nameMedicine(said)
        && !SpokenNumbers.normalise(said).matches(".*\\d.*");
  }

  private static boolean directs(Styled styled) {
    return styled.kind() == StatementKind.ORDER || styled.kind() == StatementKind.ADVICE;
  }

  private static boolean fits(Candidate first, Candidate second) {
    boolean alike = first.side() == second.side() && !directs(first) == !directs(second);
    return alike && first.wordCount() + second.wordCount() <= LONGEST_JOINED;
  }

  private static boolean directs(Candidate candidate) {
    return candidate.kind() == StatementKind.ORDER || candidate.kind() == StatementKind.ADVICE;
  }

  /** Somebody whom "he" or "it" means is plain enough when something clinical is said of them. */
  private boolean tellsByItself(Candidate candidate) {
    return words.count(candidate.text()) >= (isOfThings(candidate) ? 2 : 1);
  }

  /** "It" and "that" go on with what was said before; "she" begins anew. */
  private static boolean isOfThings(Candidate candidate) {
    return spokenPart(candidate)
        .matches(
            "(?i)^(?:it|it's|its|that|that's|this|these|those|they|they're|them|one|which|the other|another|same)\\b.*");
  }

  /** The text without who is quoted. */
  private static String spokenPart(Candidate candidate) {
    return candidate.text().replaceFirst("^(?:Patient|Clinician): ", "");
  }

  private Candidate candidate(String text, StatementKind kind, Remark source) {
    return new Candidate(
        Polish.statement(text), kind, source.side(), place(source), citations(source));
  }

  private double place(Remark source) {
    return source.firstLine() / (double) lines.size();
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
