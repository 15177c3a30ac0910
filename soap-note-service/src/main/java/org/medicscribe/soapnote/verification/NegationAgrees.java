package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Negation;
import org.medicscribe.soapnote.reading.Polarity;
import org.medicscribe.soapnote.reading.Stems;

/**
 * What the statement affirms is not denied in its evidence, and the other way round. A denial where
 * nothing was denied, and a plain statement of words that were only denied, are doubts at least.
 */
final class NegationAgrees implements VerificationRule {

  private static final Pattern QUOTED_QUESTION = Pattern.compile("(?:Asked )?\"[^\"]*\\?\"");

  /** A question or its topic, and what was answered. */
  private static final Pattern ANSWERED =
      Pattern.compile("(?s)^(?:(?:Asked )?\"[^\"]*\\?\"|[^\":.;]{1,60}):(.*)$");

  /** Words; who answers more has begun to tell something. */
  private static final int BARE_ANSWER = 4;

  private final Concepts concepts;

  NegationAgrees(Concepts concepts) {
    this.concepts = concepts;
  }

  @Override
  public String name() {
    return "negation-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    if (claim.quoted().isEmpty() || new SaidAsWritten(claim).holds()) {
      return List.of();
    }
    if (turnsAnAnswer(claim)) {
      return List.of(Objection.failure(claim.text()));
    }
    Polarities said = new Polarities(claim, concepts);
    PolarityClash clash =
        new PolarityClash(said, concepts, Set.copyOf(stems(claim.words(), claim)));
    List<Objection> objections = new ArrayList<>();
    Tally tally = new Tally();
    for (Negation.Item item : Negation.items(ownWords(claim.text()))) {
      List<String> stems = stems(item.words(), claim);
      tally.count(item, stems, said);
      if (clash.isIn(item, stems)) {
        objections.add(Objection.failure(String.join(" ", item.words())));
      }
    }
    CloseDenials close = new CloseDenials(claim);
    if (objections.isEmpty()) {
      close.contradiction().ifPresent(words -> objections.add(Objection.failure(words)));
    }
    return objections.isEmpty()
        ? asAWhole(claim, said, tally)
            .or(() -> close.doubt().map(Objection::doubt))
            .map(List::of)
            .orElse(List.of())
        : objections;
  }

  /** What the parts of a statement deny and tell, and how their words were said. */
  private static final class Tally {
    private boolean met;
    private boolean denied;
    private boolean affirmed;
    private int contrary;
    private int agreeing;

    private void count(Negation.Item item, List<String> stems, Polarities said) {
      met |= stems.stream().anyMatch(stem -> !said.ofStem(stem).isEmpty());
      denied |= item.polarity() == Polarity.DENIED && !stems.isEmpty();
      affirmed |= item.polarity() == Polarity.AFFIRMED && !stems.isEmpty();
      contrary +=
          (int)
              stems.stream()
                  .filter(stem -> said.ofStem(stem).equals(Set.of(Polarity.DENIED)))
                  .count();
      agreeing +=
          (int) stems.stream().filter(s -> said.ofStem(s).contains(Polarity.AFFIRMED)).count();
    }
  }

  private static Optional<Objection> asAWhole(Claim claim, Polarities said, Tally tally) {
    boolean denies = tally.denied || claim.words().stream().anyMatch(Denials::isDenial);
    if (denies && !hasDenial(claim) && (isFoundAffirmed(claim, said) || !saysWell(claim))) {
      return Optional.of(Objection.doubt(claim.text()));
    }
    if (tally.affirmed && !tally.denied && !tally.met && isNothingButDenied(claim, said)) {
      return Optional.of(Objection.failure(claim.text()));
    }
    if (isNever(claim.words()) && claim.context().stream().noneMatch(s -> isNever(s.words()))) {
      boolean bounded =
          claim.quoted().stream().flatMap(s -> s.words().stream()).anyMatch(Denials::isBounded);
      return Optional.of(bounded ? Objection.failure(claim.text()) : Objection.doubt(claim.text()));
    }
    boolean plain =
        tally.affirmed && !tally.denied && claim.words().stream().noneMatch(Denials::isGood);
    return plain && tally.contrary > 0 && tally.contrary >= tally.agreeing
        ? Optional.of(Objection.doubt(claim.text()))
        : Optional.empty();
  }

  /** Without questions that are quoted word by word: quoting one claims nothing. */
  private static String ownWords(String statement) {
    return QUOTED_QUESTION.matcher(statement).replaceAll("");
  }

  /** "Asked "any fever?": yes", or "Fever: a little", on a bare no; or no on a bare yes. */
  private static boolean turnsAnAnswer(Claim claim) {
    Matcher answered = ANSWERED.matcher(claim.text());
    if (!answered.matches()) {
      return false;
    }
    List<String> written = PlainWords.of(answered.group(1));
    for (Sentence question : claim.quoted()) {
      List<Sentence> answers = claim.visit().answersTo(question);
      boolean bare =
          claim.visit().isQuestion(question)
              && !answers.isEmpty()
              && answers.getFirst().words().size() <= BARE_ANSWER
              && claim.quoted().contains(answers.getFirst());
      if (bare) {
        Polarity said = claim.answerTo(question);
        boolean denies = written.stream().anyMatch(Denials::denies);
        boolean figures = written.stream().anyMatch(word -> Character.isDigit(word.charAt(0)));
        boolean yes = Answers.of(written) == Polarity.AFFIRMED;
        if (said == Polarity.DENIED && (yes || !denies && !figures)
            || said == Polarity.AFFIRMED && Answers.of(written) == Polarity.DENIED) {
          return true;
        }
      }
    }
    return false;
  }

  /** "No fever since Monday" is not never. */
  private static boolean isNever(List<String> words) {
    return words.stream().anyMatch(Denials::isNever);
  }

  /** What the statement denies was said, in these words. */
  private static boolean isFoundAffirmed(Claim claim, Polarities said) {
    return Negation.items(ownWords(claim.text())).stream()
        .filter(item -> item.polarity() == Polarity.DENIED)
        .flatMap(item -> stems(item.words(), claim).stream())
        .anyMatch(stem -> said.ofStem(stem).equals(Set.of(Polarity.AFFIRMED)));
  }

  /** All was well: that denies every trouble. "Not well" is no such denial. */
  private static boolean saysWell(Claim claim) {
    return claim.words().stream().noneMatch(Denials::isGood)
        && claim.context().stream().anyMatch(s -> s.words().stream().anyMatch(Denials::isGood));
  }

  private static boolean hasDenial(Claim claim) {
    return claim.context().stream()
        .anyMatch(sentence ->
            claim.answerTo(sentence) == Polarity.DENIED
                || Answers.of(sentence.words()) == Polarity.DENIED
                || sentence.words().stream().anyMatch(Denials::denies)
                || Negation.items(sentence.text()).stream()
                    .anyMatch(item -> item.polarity() == Polarity.DENIED));
  }

  /** "No." to a question, and nothing else. */
  private static boolean isNothingButDenied(Claim claim, Polarities said) {
    return claim.quoted().stream()
            .allMatch(sentence -> Answers.of(sentence.words()) == Polarity.DENIED)
        && said.areAll(Polarity.DENIED);
  }

  private static List<String> stems(List<String> words, Claim claim) {
    List<String> telling =
        FunctionWords.removedFrom(words).stream().filter(word -> !Denials.denies(word)).toList();
    return Stems.of(telling, claim.language());
  }
}
