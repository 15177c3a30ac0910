package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Negation;
import org.medicscribe.soapnote.reading.Polarity;
import org.medicscribe.soapnote.reading.Stems;

/**
 * What the statement affirms is not denied in its evidence, and the other way round. A question
 * counts with the polarity of its answer.
 */
final class NegationAgrees implements VerificationRule {

  /** "No", "no, I haven't": words of an answer that cannot be about anything else. */
  private static final int PLAIN_ANSWER = 3;

  private static final Pattern QUOTED_QUESTION = Pattern.compile("\"[^\"]*\\?\"");

  @Override
  public String name() {
    return "negation-agrees";
  }

  @Override
  public List<Objection> check(Claim claim) {
    Map<String, Set<Polarity>> said = polarities(claim);
    List<Objection> objections = new ArrayList<>();
    boolean met = false;
    boolean denied = false;
    boolean affirmed = false;
    for (Negation.Item item : Negation.items(ownWords(claim.text()))) {
      List<String> stems = stems(item.words(), claim);
      met |= stems.stream().anyMatch(said::containsKey);
      denied |= item.polarity() == Polarity.DENIED && !stems.isEmpty();
      affirmed |= item.polarity() == Polarity.AFFIRMED && !stems.isEmpty();
      if (isContradicted(stems, item.polarity(), said)) {
        objections.add(Objection.failure(String.join(" ", item.words())));
      }
    }
    if (!met && denied && !claim.quoted().isEmpty() && !hasDenial(claim)) {
      return List.of(Objection.doubt(claim.text()));
    }
    if (affirmed && !denied && !met && objections.isEmpty() && isNothingButDenied(claim, said)) {
      return List.of(Objection.failure(claim.text()));
    }
    return objections;
  }

  /** Without questions that are quoted word by word: quoting one claims nothing. */
  private static String ownWords(String statement) {
    return QUOTED_QUESTION.matcher(statement).replaceAll("");
  }

  /** More of the words are said the other way than are said this way. */
  private static boolean isContradicted(
      List<String> stems, Polarity polarity, Map<String, Set<Polarity>> said) {
    if (polarity == Polarity.UNCLEAR) {
      return false;
    }
    int agreeing = 0;
    int contrary = 0;
    for (String stem : stems) {
      Set<Polarity> polarities = said.getOrDefault(stem, Set.of());
      if (polarities.contains(polarity) || polarities.contains(Polarity.UNCLEAR)) {
        agreeing++;
      } else if (!polarities.isEmpty()) {
        contrary++;
      }
    }
    return contrary > agreeing;
  }

  private static Map<String, Set<Polarity>> polarities(Claim claim) {
    Map<String, Set<Polarity>> said = new HashMap<>();
    for (Sentence sentence : claim.quoted()) {
      if (isAsked(sentence, claim)) {
        read(sentence, answerTo(sentence, claim), said, claim);
      } else {
        read(sentence, Polarity.AFFIRMED, said, claim);
        claim
            .questionBefore(sentence)
            .ifPresent(question -> read(question, answerTo(question, claim), said, claim));
      }
    }
    return said;
  }

  /** Recognisers forget question marks: what another voice plainly denies was a question. */
  private static boolean isAsked(Sentence sentence, Claim claim) {
    return sentence.question()
        || claim
            .after(sentence)
            .filter(after -> claim.quoted().contains(after) && !after.isBySpeakerOf(sentence))
            .filter(after -> after.words().size() <= PLAIN_ANSWER)
            .filter(after -> Answers.of(after.words()) == Polarity.DENIED)
            .isPresent();
  }

  private static Polarity answerTo(Sentence question, Claim claim) {
    return claim.after(question).map(answer -> Answers.of(answer.words())).orElse(Polarity.UNCLEAR);
  }

  /**
   * @param asWhole {@code DENIED} for a question that was answered with no
   */
  private static void read(
      Sentence sentence, Polarity asWhole, Map<String, Set<Polarity>> said, Claim claim) {
    for (Negation.Item item : Negation.items(sentence.text())) {
      Polarity polarity =
          switch (asWhole) {
            case AFFIRMED -> item.polarity();
            case DENIED, UNCLEAR -> asWhole;
          };
      for (String stem : stems(item.words(), claim)) {
        said.computeIfAbsent(stem, s -> EnumSet.noneOf(Polarity.class)).add(polarity);
      }
    }
  }

  private static boolean hasDenial(Claim claim) {
    return claim.context().stream()
        .anyMatch(sentence ->
            Answers.of(sentence.words()) == Polarity.DENIED
                || Negation.items(sentence.text()).stream()
                    .anyMatch(item -> item.polarity() != Polarity.AFFIRMED));
  }

  /** "No." to a question, and nothing else. */
  private static boolean isNothingButDenied(Claim claim, Map<String, Set<Polarity>> said) {
    return !claim.quoted().isEmpty()
        && claim.quoted().stream()
            .allMatch(sentence -> Answers.of(sentence.words()) == Polarity.DENIED)
        && said.values().stream().allMatch(Set.of(Polarity.DENIED)::equals);
  }

  private static List<String> stems(List<String> words, Claim claim) {
    return Stems.of(FunctionWords.removedFrom(words), claim.language());
  }
}
