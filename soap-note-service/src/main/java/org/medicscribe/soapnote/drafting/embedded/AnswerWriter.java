package org.medicscribe.soapnote.drafting.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.events.SampleIndex;

/**
 * Puts a clinician's question and what another voice says within seconds into one statement. A "no"
 * that is taken back is what was meant last, or all of it as it was said.
 */
final class AnswerWriter {

  /**
   * @param reply what was answered, as it was said
   * @param used how many remarks after the question it took up
   */
  record Answer(String text, StatementKind kind, List<Remark> sources, String reply, int used) {
    @Override
    public String toString() {
      return "Answer[" + kind + ", used=" + used + "]";
    }
  }

  /** Words; less is no answer by itself. */
  private static final int SCRAP = 5;

  private static final int LONGEST_REPLY = 3;
  private static final int LONGEST_QUOTED = 24;
  private static final int LONGEST_QUESTION = 16;

  /** Somebody who answers does so by then. */
  private static final Duration PROMPT = Duration.ofSeconds(10);

  private static final Set<String> AFFIRMATIVE =
      Set.of("yes", "yeah", "yep", "yup", "uh-huh", "correct");

  /** After a plain "no", words that take it back, in part or whole. */
  private static final Pattern QUALIFIED =
      Pattern.compile(
          "(?i)^(?:well|oh|hmm|uh|um|wait|i mean|actually|but|now|though|and|,|\\s)*"
              + "(?:yes|yeah|yep|just|only|except|but|maybe|sometimes|occasionally|a little|a bit|not|other than"
              + "|unless|until|if|when|every|now that you|come to think|i did|i do|i have|there was|there is"
              + "|once|last (?:night|week|month|year))\\b");

  private static final Pattern YES_AFTER_ALL =
      Pattern.compile(
          "(?i)^(?:well|oh|hmm|uh|um|wait|no|i mean|actually|but|now|[, ])*(?:yes|yeah|yep)\\b[ ,]*(.*)$");

  /** Answers that mean nothing without their question. */
  private static final Pattern ELLIPTIC =
      Pattern.compile(
          "(?i)^(?:yes, )?(?:(?:no|just|only|except|maybe|sometimes|not|other than|unless|if|when)\\b(?!,? (?:i|it|my|the|there)\\b)"
              + "|(?:no,? )?(?:i|we) (?:try|do|did|have|am|was|can|could|would|used to|don't|haven't|didn't)"
              + "(?:$|,| (?:but|though|sometimes|not|that|it)\\b))");

  private static final Pattern OWN_SENTENCE =
      Pattern.compile(
          "(?i)^(?:(?:no|yes),? )*(?:i|i'm|i've|my|there's|there is|there was|we)\\b (?:\\S+ ){1,}\\S+.*");

  /** "Has not, felt a bit hot": the verb of an answer that lost its question. */
  private static final Pattern BARE_VERB =
      Pattern.compile(
          "(?i)^(?:yes, |no, )*(?:has|does|did|is|was|can|will|cannot|would|had)(?: not)?(?:,|$)");

  /** "Denies having been on medication for that": who reads it does not know for what. */
  private static final Pattern POINTS_ELSEWHERE =
      Pattern.compile(
          "(?i).*\\b(?:(?:for|with|of|about|like|to) (?:that|it|this|them)|(?:who|that) (?:do|does|is|has))$");

  /** What is asked while the clinician touches is asked of that touch. */
  private static final Pattern ON_TOUCH =
      Pattern.compile(
          "(?i).*\\b(?:when|if|as) i (?:just )?(?:push|press|touch|bend|move|squeeze|tap|twist|turn|lift|pull)\\b.*");

  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?i)^(?:i|he|she|it|they|we|there|my|the|that)(?:'\\w+)? \\S+ \\S+.*|^(?:i|he|she|it)(?:'s|'m| is| was| am) \\S+.*");
  private static final Pattern NO_OF_SOMETHING =
      Pattern.compile(
          "(?i)^(?:no,? )*no (?!i\\b|i'|it\\b|not\\b|just\\b|nothing\\b|more\\b|but\\b|problem)[a-z].*");

  private final List<TranscriptLine> lines;
  private final Standing standing;
  private final boolean spokenFor;

  /**
   * @param spokenFor whether somebody came along who speaks for the patient
   */
  AnswerWriter(List<TranscriptLine> lines, ClinicalWords words, boolean spokenFor) {
    this.lines = lines;
    this.standing = new Standing(words);
    this.spokenFor = spokenFor;
  }

  /** Empty when nobody answered, or the answer stands better by itself. */
  Optional<Answer> to(List<Remark> remarks, int asked) {
    Remark question = remarks.get(asked);
    String questionText = Fillers.clean(question.tokens());
    if (question.side() != SpeakerSide.CLINICIAN || questionText.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> relative = relative(remarks, asked, questionText);
    List<Remark> reply = new ArrayList<>();
    for (int i = asked + 1; i < remarks.size() && reply.size() < LONGEST_REPLY; i++) {
      Remark next = remarks.get(i);
      boolean more = reply.isEmpty() || isUnfinished(reply, next);
      if (next.side() != SpeakerSide.PATIENT
          || next.question()
          || !more
          || !isPrompt(question, next)) {
        break;
      }
      reply.add(next);
      boolean goesOn =
          i + 1 < remarks.size()
              && remarks.get(i + 1).side() == SpeakerSide.PATIENT
              && isUnfinished(reply, remarks.get(i + 1));
      Optional<String> styled = goesOn ? Optional.empty() : styled(questionText, relative, reply);
      if (styled.isPresent()) {
        return Optional.of(answer(styled.get(), StatementKind.ANSWER, question, reply));
      }
    }
    return reply.isEmpty() ? Optional.empty() : neutral(question, questionText, relative, reply);
  }

  private Optional<String> styled(String question, Optional<String> relative, List<Remark> reply) {
    String text = textOf(reply);
    Optional<String> afterAll = afterAll(question, relative, reply);
    if (afterAll.isPresent() || isTakenBack(reply)) {
      return afterAll;
    }
    if (relative.isPresent()) {
      Optional<Boolean> plain = AnswerVoice.plain(text);
      return plain.flatMap(yes -> Relatives.statement(relative.get(), question, yes));
    }
    boolean somebodyElse = Relatives.isThirdPerson(question) && !spokenFor;
    return somebodyElse || ON_TOUCH.matcher(question).matches()
        ? Optional.empty()
        : AnswerVoice.statement(question, text)
            .filter(this::tells)
            .filter(told -> !POINTS_ELSEWHERE.matcher(told).matches());
  }

  private boolean tells(String statement) {
    return standing.isClinical(statement)
        || statement.split(" ").length > 2
            && !statement.matches("(?i)(?:reports|denies) (?:it|that|this|so)$");
  }

  /** "No. Well, actually, yes, at night." */
  private static Optional<String> afterAll(
      String question, Optional<String> relative, List<Remark> reply) {
    if (reply.size() < 2 || relative.isPresent() || !isTakenBack(reply)) {
      return Optional.empty();
    }
    Matcher yes = YES_AFTER_ALL.matcher(Fillers.spoken(reply.getLast().tokens()));
    if (!yes.matches()) {
      return Optional.empty();
    }
    String rest = yes.group(1).replaceAll("[ ,.]+$", "");
    Optional<String> topic = QuestionTopic.of(question);
    return rest.isEmpty()
        ? topic.map(thing -> "reports " + thing)
        : topic.flatMap(
            thing -> PatientVoice.third(rest).map(third -> "reports " + thing + ", " + third));
  }

  private static boolean isTakenBack(List<Remark> reply) {
    return reply.size() > 1
        && AnswerVoice.plain(textOf(reply.subList(0, 1))).filter(yes -> !yes).isPresent()
        && QUALIFIED.matcher(Fillers.spoken(reply.get(1).tokens())).find();
  }

  /** Whom the question is about, if that is a relative of the patient. */
  private static Optional<String> relative(List<Remark> remarks, int asked, String question) {
    Optional<String> named = Relatives.in(question).filter(any -> Relatives.isSubject(question));
    if (named.isPresent() || !Relatives.isThirdPerson(question)) {
      return named;
    }
    for (int i = asked - 1; i >= Math.max(0, asked - 3); i--) {
      if (remarks.get(i).side() == SpeakerSide.CLINICIAN) {
        Optional<String> before = Relatives.in(Fillers.clean(remarks.get(i).tokens()));
        if (before.isPresent()) {
          return before;
        }
      }
    }
    return Optional.empty();
  }

  /** The topic or the question in front of the answer as given, where that alone says nothing. */
  private Optional<Answer> neutral(
      Remark question, String questionText, Optional<String> relative, List<Remark> reply) {
    String text = textOf(reply);
    int length = text.split(" ").length;
    boolean whole = length >= 6 || length >= 4 && OWN_SENTENCE.matcher(text).matches();
    boolean standsAlone =
        reply.size() == 1
            && relative.isEmpty()
            && (whole && !ELLIPTIC.matcher(text).find()
                || NO_OF_SOMETHING.matcher(text).matches() && standing.isClinical(text));
    boolean idle =
        text.isEmpty()
            || AnswerVoice.isPlain(text) && POINTS_ELSEWHERE.matcher(questionText).matches()
            || Companions.introduces(text)
            || SmallTalk.isOpenQuestion(questionText)
            || length > LONGEST_QUOTED
            || questionText.split(" ").length > LONGEST_QUESTION
            || !standing.isClinical(questionText) && !standing.isClinical(text);
    if (standsAlone || idle) {
      return Optional.empty();
    }
    Optional<String> topic =
        relative.isPresent()
                || isTakenBack(reply)
                || Relatives.isThirdPerson(questionText) && !spokenFor
            ? Optional.empty()
            : AnswerTopic.of(questionText)
                .flatMap(thing ->
                    PatientVoice.third(text)
                        .filter(third -> !BARE_VERB.matcher(third).find())
                        .map(third -> thing + ": " + third));
    return topic
        .map(told -> answer(told, StatementKind.ANSWER, question, reply))
        .or(() ->
            Optional.of(
                answer(
                    "asked \"" + questionText + "?\": " + text,
                    StatementKind.QUOTE,
                    question,
                    reply)));
  }

  private static Answer answer(
      String text, StatementKind kind, Remark question, List<Remark> reply) {
    List<Remark> sources = new ArrayList<>(reply);
    sources.addFirst(question);
    return new Answer(text, kind, List.copyOf(sources), textOf(reply), reply.size());
  }

  private boolean isPrompt(Remark question, Remark next) {
    long end = lines.get(question.lastLine()).end().value();
    long start = lines.get(next.firstLine()).start().value();
    return start - end <= PROMPT.toSeconds() * SampleIndex.PER_SECOND;
  }

  /** A plain answer is not, unless it is qualified next; a scrap ("I used to.") is. */
  private static boolean isUnfinished(List<Remark> reply, Remark next) {
    String text = textOf(reply);
    return AnswerVoice.isPlain(text)
        ? QUALIFIED.matcher(Fillers.spoken(next.tokens())).find()
        : text.split(" ").length < SCRAP
            && reply.size() < 2
            && !SENTENCE.matcher(text).matches()
            && !SENTENCE.matcher(Fillers.clean(next.tokens())).matches();
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
}
