package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** "Any chest pain or shortness of breath, no": asked and answered within one long turn. */
  private static final int ITEMS_ASKED = 3;

  private static final int ANSWER_REACH = 16;
  private static final Set<String> NO = Set.of("no", "nope", "none", "nah");
  private static final Set<String> YES = Set.of("yes", "yeah", "yep");

  private final Claim claim;
  private final Concepts concepts;
  private final Map<String, Set<Polarity>> ofStems = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final Map<Concept, Set<Polarity>> ofThings = new HashMap<>();

  /** A word of the evidence, its polarity there, and the words around it. */
  private record Place(String stem, Polarity polarity, Set<String> around, Sentence sentence) {}

  /** So many words to both sides tell which of two things is spoken of. */
  private static final int AROUND = 7;

  Polarities(Claim claim, Concepts concepts) {
    this.claim = claim;
    this.concepts = concepts;
    for (Sentence sentence : claim.quoted()) {
      if (isAsked(sentence)) {
        readQuestion(sentence);
      } else {
        read(claim.visit().meant(sentence), Polarity.AFFIRMED, Set.of());
        claim.questionBefore(sentence).ifPresent(this::readQuestion);
      }
    }
  }

  Set<Polarity> ofStem(String stem) {
    return ofStems.getOrDefault(stem, Set.of());
  }

  /**
   * Of a word that is affirmed in one place and denied in another: how it is where most of these
   * words stand around it. Empty when no place stands out, or they are of different sentences.
   */
  Optional<Polarity> ofStemAmong(String stem, Set<String> words) {
    boolean oneSentence =
        places.stream()
                .filter(place -> place.stem().equals(stem))
                .map(Place::sentence)
                .distinct()
                .count()
            == 1;
    if (!oneSentence) {
      return Optional.empty();
    }
    Map<Polarity, Integer> nearness = new EnumMap<>(Polarity.class);
    for (Place place : places) {
      if (place.stem().equals(stem)) {
        int shared = (int) place.around().stream().filter(words::contains).count();
        nearness.merge(place.polarity(), shared, Math::max);
      }
    }
    int best = nearness.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    List<Polarity> nearest =
        nearness.keySet().stream()
            .filter(polarity -> nearness.getOrDefault(polarity, -1) == best)
            .toList();
    return nearest.size() == 1 ? Optional.of(nearest.getFirst()) : Optional.empty();
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
    List<String> row = new ArrayList<>();
    List<Polarity> polarities = new ArrayList<>();
    Polarity answered = answeredAtOnce(sentence.words());
    int asks = 0;
    for (Negation.Item item : Negation.items(sentence.text())) {
      List<String> stems = stems(item.words());
      asks = item.words().contains("any") ? ITEMS_ASKED : asks - 1;
      Polarity here = asks > 0 && item.polarity() == Polarity.AFFIRMED ? answered : item.polarity();
      Polarity polarity =
          asWhole == Polarity.AFFIRMED
              ? here
              : stems.stream().anyMatch(affirmed::contains) ? Polarity.AFFIRMED : asWhole;
      for (String stem : stems) {
        ofStems.computeIfAbsent(stem, s -> EnumSet.noneOf(Polarity.class)).add(polarity);
        row.add(stem);
        polarities.add(polarity);
      }
      for (Concept thing : concepts.meantBy(item.words())) {
        ofThings.computeIfAbsent(thing, t -> EnumSet.noneOf(Polarity.class)).add(polarity);
      }
    }
    for (int at = 0; at < row.size(); at++) {
      Set<String> around = new HashSet<>(row.subList(Math.max(0, at - AROUND), at));
      around.addAll(row.subList(at + 1, Math.min(row.size(), at + 1 + AROUND)));
      around.remove(row.get(at));
      places.add(new Place(row.get(at), polarities.get(at), around, sentence));
    }
  }

  private static Polarity answeredAtOnce(List<String> words) {
    int any = words.indexOf("any");
    for (int at = any + 1; any >= 0 && at < Math.min(words.size(), any + ANSWER_REACH); at++) {
      if (NO.contains(words.get(at))) {
        return Polarity.DENIED;
      }
      if (YES.contains(words.get(at))) {
        return Polarity.AFFIRMED;
      }
    }
    return Polarity.AFFIRMED;
  }

  private List<String> stems(List<String> words) {
    return Stems.of(FunctionWords.removedFrom(words), claim.language());
  }

  @Override
  public String toString() {
    return "Polarities[stems=" + ofStems.size() + "]";
  }
}
