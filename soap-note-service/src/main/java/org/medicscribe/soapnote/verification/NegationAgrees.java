package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Kind;
import org.medicscribe.soapnote.reading.Concepts.Mention;
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
  private static final Set<Kind> THINGS =
      EnumSet.of(Kind.SYMPTOM, Kind.CONDITION, Kind.FINDING, Kind.PLAN);

  /** A denial can be said without denying: "it's clear", "all is fine", "I stopped that". */
  private static final Set<String> GOOD =
      Set.of(
          "fine",
          "good",
          "great",
          "normal",
          "clear",
          "well",
          "okay",
          "benign",
          "intact",
          "stable",
          "unremarkable",
          "stop",
          "stopped",
          "quit",
          "free",
          "negative",
          "resolved",
          "gone",
          "off",
          "last",
          "unable",
          "hard",
          "trouble",
          "difficult",
          "bien",
          "limpio",
          "dejo",
          "deje",
          "less",
          "instead",
          "only",
          "except",
          "avoid",
          "hold",
          "wait",
          "unlikely",
          "doubt",
          "full",
          "healthy",
          "same",
          "unchanged",
          "refused",
          "declined",
          "out");

  private static final Set<String> DENIALS =
      Set.of("no", "not", "denies", "denied", "without", "never", "niega", "sin", "nunca");

  /** So many words in a row are said of one thing. */
  private static final int PHRASE = 2;

  /** Of what is unable, lost or doubted one may write "not". */
  private static final Set<String> LACKING =
      Set.of(
          "none",
          "nor",
          "neither",
          "nothing",
          "cannot",
          "unable",
          "inability",
          "lack",
          "lacks",
          "avoid",
          "forgot",
          "forget",
          "missed",
          "miss",
          "stop",
          "unlikely",
          "doubt",
          "unsure",
          "limited",
          "negative",
          "nada",
          "ni",
          "ningun",
          "ninguna",
          "tampoco",
          "falta");

  private static final Set<String> NEVER = Set.of("never", "ever", "nunca", "jamas");

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
    if (claim.quoted().isEmpty() || isVerbatim(claim)) {
      return List.of();
    }
    Polarities said = new Polarities(claim, concepts);
    Set<String> all = Set.copyOf(stems(claim.words(), claim));
    List<Objection> objections = new ArrayList<>();
    boolean met = false;
    boolean denied = false;
    boolean affirmed = false;
    int contrary = 0;
    int agreeing = 0;
    for (Negation.Item item : Negation.items(ownWords(claim.text()))) {
      List<String> stems = stems(item.words(), claim);
      met |= stems.stream().anyMatch(stem -> !said.ofStem(stem).isEmpty());
      denied |= item.polarity() == Polarity.DENIED && !stems.isEmpty();
      affirmed |= item.polarity() == Polarity.AFFIRMED && !stems.isEmpty();
      contrary += (int) stems.stream().filter(stem -> isOnlyDenied(said.ofStem(stem))).count();
      agreeing +=
          (int) stems.stream().filter(s -> said.ofStem(s).contains(Polarity.AFFIRMED)).count();
      if (isContradicted(stems, item.polarity(), said, all)
          || isAnotherThing(item, said)
          || affirmsADeniedPhrase(item, stems, said, all)) {
        objections.add(Objection.failure(String.join(" ", item.words())));
      }
    }
    if (objections.isEmpty()) {
      new CloseDenials(claim)
          .contradiction()
          .ifPresent(words -> objections.add(Objection.failure(words)));
    }
    if (!objections.isEmpty()) {
      return objections;
    }
    boolean denies = denied || claim.words().stream().anyMatch(word -> isDenial(word));
    if (denies && !hasDenial(claim) && (isFoundAffirmed(claim, said) || !isGood(claim))) {
      return List.of(Objection.doubt(claim.text()));
    }
    if (affirmed && !denied && !met && isNothingButDenied(claim, said)) {
      return List.of(Objection.failure(claim.text()));
    }
    if (isNever(claim.words()) && claim.context().stream().noneMatch(s -> isNever(s.words()))) {
      return List.of(Objection.doubt(claim.text()));
    }
    boolean plain = affirmed && !denied && claim.words().stream().noneMatch(GOOD::contains);
    return plain && contrary > 0 && contrary >= agreeing
        ? List.of(Objection.doubt(claim.text()))
        : List.of();
  }

  /** Without questions that are quoted word by word: quoting one claims nothing. */
  private static String ownWords(String statement) {
    return QUOTED_QUESTION.matcher(statement).replaceAll("");
  }

  /** Nothing but words of the answer, in their order, with every denial among them. */
  private static boolean isVerbatim(Claim claim) {
    List<String> written = PlainWords.of(ownWords(claim.text()));
    if (written.isEmpty() || !QUOTED_QUESTION.matcher(claim.text()).find()) {
      return false;
    }
    List<String> said =
        claim.quoted().stream()
            .filter(sentence -> !claim.visit().isQuestion(sentence))
            .flatMap(sentence -> sentence.words().stream())
            .toList();
    int at = 0;
    for (String word : said) {
      at += at < written.size() && word.equals(written.get(at)) ? 1 : 0;
    }
    return at == written.size() && denials(written) == denials(said);
  }

  private static long denials(List<String> words) {
    return words.stream().filter(NegationAgrees::denies).count();
  }

  private static boolean isOnlyDenied(Set<Polarity> polarities) {
    return polarities.equals(Set.of(Polarity.DENIED));
  }

  /** More of the words are said the other way than are said this way. */
  private static boolean isContradicted(
      List<String> stems, Polarity polarity, Polarities said, Set<String> all) {
    if (polarity == Polarity.UNCLEAR) {
      return false;
    }
    int agreeing = 0;
    int contrary = 0;
    for (String stem : stems) {
      Set<Polarity> polarities = said.ofStem(stem);
      boolean both = polarities.contains(Polarity.AFFIRMED) && polarities.contains(Polarity.DENIED);
      if (both) {
        Optional<Polarity> here = said.ofStemAmong(stem, all);
        agreeing += here.filter(polarity::equals).isPresent() ? 1 : 0;
        contrary += here.filter(other -> isOpposite(other, polarity)).isPresent() ? 1 : 0;
        continue;
      }
      if (polarities.contains(polarity) || polarities.contains(Polarity.UNCLEAR)) {
        agreeing++;
      } else if (!polarities.isEmpty()) {
        contrary++;
      }
    }
    return contrary > agreeing;
  }

  /**
   * "A biopsy site with residual pigmentation" on "a biopsy site with no residual pigmentation".
   */
  private static boolean affirmsADeniedPhrase(
      Negation.Item item, List<String> stems, Polarities said, Set<String> all) {
    int run = 0;
    for (String stem : stems) {
      boolean denied =
          isOnlyDenied(said.ofStem(stem))
              || said.ofStem(stem).contains(Polarity.DENIED)
                  && said.ofStemAmong(stem, all).filter(Polarity.DENIED::equals).isPresent();
      run = denied ? run + 1 : 0;
      if (run == PHRASE && item.polarity() == Polarity.AFFIRMED) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpposite(Polarity one, Polarity other) {
    return one != Polarity.UNCLEAR && other != Polarity.UNCLEAR && one != other;
  }

  /** The thing itself was said the other way, in whatever words. */
  private boolean isAnotherThing(Negation.Item item, Polarities said) {
    if (item.polarity() == Polarity.UNCLEAR) {
      return false;
    }
    for (Mention mention : concepts.in(item.words())) {
      Set<Polarity> polarities = said.ofThings(mention.concepts());
      boolean telling = THINGS.stream().anyMatch(mention::isOf);
      if (telling
          && !polarities.isEmpty()
          && !polarities.contains(item.polarity())
          && !polarities.contains(Polarity.UNCLEAR)) {
        return true;
      }
    }
    return false;
  }

  /** "No fever since Monday" is not never. */
  private static boolean isNever(List<String> words) {
    return words.stream().anyMatch(NEVER::contains);
  }

  private static boolean isDenial(String word) {
    return DENIALS.contains(word) || word.endsWith("n't");
  }

  /** What the statement denies was said, in these words. */
  private static boolean isFoundAffirmed(Claim claim, Polarities said) {
    return Negation.items(ownWords(claim.text())).stream()
        .filter(item -> item.polarity() == Polarity.DENIED)
        .flatMap(item -> stems(item.words(), claim).stream())
        .anyMatch(stem -> said.ofStem(stem).equals(Set.of(Polarity.AFFIRMED)));
  }

  /** All was well: that denies every trouble. "Not well" is no such denial. */
  private static boolean isGood(Claim claim) {
    return claim.words().stream().noneMatch(GOOD::contains)
        && claim.context().stream().anyMatch(s -> s.words().stream().anyMatch(GOOD::contains));
  }

  private static boolean hasDenial(Claim claim) {
    return claim.context().stream()
        .anyMatch(sentence ->
            claim.answerTo(sentence) == Polarity.DENIED
                || Answers.of(sentence.words()) == Polarity.DENIED
                || sentence.words().stream().anyMatch(NegationAgrees::denies)
                || Negation.items(sentence.text()).stream()
                    .anyMatch(item -> item.polarity() == Polarity.DENIED));
  }

  private static boolean denies(String word) {
    return isDenial(word) || LACKING.contains(word);
  }

  /** "No." to a question, and nothing else. */
  private static boolean isNothingButDenied(Claim claim, Polarities said) {
    return claim.quoted().stream()
            .allMatch(sentence -> Answers.of(sentence.words()) == Polarity.DENIED)
        && said.areAll(Polarity.DENIED);
  }

  private static List<String> stems(List<String> words, Claim claim) {
    return Stems.of(FunctionWords.removedFrom(words), claim.language());
  }
}
