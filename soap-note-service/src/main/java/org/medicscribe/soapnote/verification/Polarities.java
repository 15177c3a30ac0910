package org.medicscribe.soapnote.verification;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.Answers;
import org.medicscribe.soapnote.reading.Concepts;
import org.medicscribe.soapnote.reading.Concepts.Concept;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Negation;
import org.medicscribe.soapnote.reading.Polarity;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Which words and which things are affirmed and which denied by the sentences that a claim quotes.
 * A question counts with the polarity of its answer.
 */
final class Polarities {

  /** "No", "no, I haven't": words of an answer that cannot be about anything else. */
  private static final int PLAIN_ANSWER = 3;

  private final Claim claim;
  private final Concepts concepts;
  private final Map<String, Set<Polarity>> ofStems = new HashMap<>();
  private final Map<Concept, Set<Polarity>> ofThings = new HashMap<>();

  Polarities(Claim claim, Concepts concepts) {
    this.claim = claim;
    this.concepts = concepts;
    for (Sentence sentence : claim.quoted()) {
      if (isAsked(sentence)) {
        readQuestion(sentence);
      } else {
        read(sentence, Polarity.AFFIRMED, Set.of());
        claim.questionBefore(sentence).ifPresent(this::readQuestion);
      }
    }
  }

  Set<Polarity> ofStem(String stem) {
    return ofStems.getOrDefault(stem, Set.of());
  }

  /** Of the same things in whatever words; of nothing that is not named. */
  Set<Polarity> ofThings(Set<Concept> things) {
    Set<Polarity> all = EnumSet.noneOf(Polarity.class);
    things.forEach(thing -> all.addAll(ofThings.getOrDefault(thing, Set.of())));
    return all;
  }

  boolean areAll(Polarity polarity) {
    return ofStems.values().stream().allMatch(Set.of(polarity)::equals);
  }

  /** Recognisers forget question marks: what another voice plainly denies was a question. */
  private boolean isAsked(Sentence sentence) {
    if (claim.visit().isQuestion(sentence)) {
      return true;
    }
    List<Sentence> answers = claim.visit().answersTo(sentence);
    return !answers.isEmpty()
        && claim.quoted().contains(answers.getFirst())
        && answers.getFirst().words().size() <= PLAIN_ANSWER
        && Answers.of(answers.getFirst().words()) == Polarity.DENIED;
  }

  /** "Any cough or fever?" "A cough.": what the answer names is so, the rest of the list is not. */
  private void readQuestion(Sentence question) {
    Polarity answer = claim.answerTo(question);
    Set<String> named = new HashSet<>();
    if (answer == Polarity.UNCLEAR) {
      claim.visit().answersTo(question).forEach(s -> named.addAll(affirmedStems(s)));
    }
    List<Negation.Item> items = Negation.items(question.text());
    boolean picks =
        items.size() > 1
            && items.stream()
                .anyMatch(item -> stems(item.words()).stream().anyMatch(named::contains));
    read(question, picks ? Polarity.DENIED : answer, picks ? named : Set.of());
  }

  private Set<String> affirmedStems(Sentence answer) {
    Set<String> stems = new HashSet<>();
    for (Negation.Item item : Negation.items(answer.text())) {
      if (item.polarity() == Polarity.AFFIRMED) {
        stems.addAll(stems(item.words()));
      }
    }
    return stems;
  }

  /**
   * @param asWhole {@code DENIED} for a question that was answered with no
   * @param affirmed stems that are affirmed all the same
   */
  private void read(Sentence sentence, Polarity asWhole, Set<String> affirmed) {
    for (Negation.Item item : Negation.items(sentence.text())) {
      List<String> stems = stems(item.words());
      Polarity polarity =
          asWhole == Polarity.AFFIRMED
              ? item.polarity()
              : stems.stream().anyMatch(affirmed::contains) ? Polarity.AFFIRMED : asWhole;
      for (String stem : stems) {
        ofStems.computeIfAbsent(stem, s -> EnumSet.noneOf(Polarity.class)).add(polarity);
      }
      for (Concept thing : concepts.meantBy(item.words())) {
        ofThings.computeIfAbsent(thing, t -> EnumSet.noneOf(Polarity.class)).add(polarity);
      }
    }
  }

  private List<String> stems(List<String> words) {
    return Stems.of(FunctionWords.removedFrom(words), claim.language());
  }

  @Override
  public String toString() {
    return "Polarities[stems=" + ofStems.size() + "]";
  }
}
