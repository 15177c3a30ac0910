package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * Knows what the words of clinicians and of patients name: "dyspnea" and "short of breath" are one
 * thing. The lists are {@code lexicon/en/concepts.txt} and {@code lexicon/es/concepts.txt}.
 */
public final class Concepts {

  /** What sort of thing is named. */
  public enum Kind {
    BODY,
    SYMPTOM,
    CONDITION,
    FINDING,
    PLAN,
    KIN,
    DEGREE
  }

  /** One thing, by its line in the English list. */
  public record Concept(Kind kind, int line) {}

  /**
   * A name in a row of words, and all that it may stand for.
   *
   * @param from the place of its first word
   * @param to the place after its last
   */
  public record Mention(Set<Concept> concepts, int from, int to) {
    public Mention {
      concepts = Set.copyOf(concepts);
    }

    public boolean isOf(Kind kind) {
      return concepts.stream().anyMatch(concept -> concept.kind() == kind);
    }

    @Override
    public String toString() {
      return "Mention[" + from + ".." + to + "]";
    }
  }

  private final Names<Concept> names = Names.byStem();
  private final Names<Concept> paraphrases = Names.byStem();

  private Concepts() {}

  public static Concepts fromWordLists() {
    Concepts concepts = new Concepts();
    concepts.readEnglish();
    concepts.readSpanish();
    return concepts;
  }

  private void readEnglish() {
    List<String> entries = Lexicon.entries("en/concepts.txt");
    for (int line = 0; line < entries.size(); line++) {
      String[] entry = entries.get(line).split(":", 2);
      Concept concept = new Concept(Kind.valueOf(entry[0].toUpperCase(Locale.ROOT)), line);
      String[] sides = entry[1].split("<", 2);
      namesIn(sides[0]).forEach(name -> names.add(NoteLanguage.ENGLISH, name, concept));
      if (sides.length > 1) {
        namesIn(sides[1]).forEach(name -> paraphrases.add(NoteLanguage.ENGLISH, name, concept));
      }
    }
  }

  private void readSpanish() {
    for (String entry : Lexicon.entries("es/concepts.txt")) {
      String[] sides = entry.split("=", 2);
      Set<Concept> meant = names.thingsOf(NoteLanguage.ENGLISH, sides[0]);
      if (meant.isEmpty()) {
        throw new IllegalStateException("the Spanish list names what the English one does not");
      }
      for (String name : namesIn(sides[1])) {
        meant.forEach(concept -> names.add(NoteLanguage.SPANISH, name, concept));
      }
    }
  }

  private static List<String> namesIn(String row) {
    return Arrays.stream(row.split(",")).map(String::strip).toList();
  }

  /** In the order they are named; of names that overlap the longest one. */
  public List<Mention> in(List<String> words) {
    List<Names.Found<Concept>> found = new ArrayList<>(names.in(words));
    found.sort(
        Comparator.<Names.Found<Concept>>comparingInt(each -> each.from() - each.to())
            .thenComparingInt(Names.Found::from));
    List<Mention> mentions = new ArrayList<>();
    for (Names.Found<Concept> each : found) {
      boolean free =
          mentions.stream()
              .noneMatch(other -> each.from() < other.to() && other.from() < each.to());
      if (free) {
        Set<Concept> all = new HashSet<>();
        found.stream()
            .filter(other -> other.from() == each.from() && other.to() == each.to())
            .forEach(other -> all.add(other.thing()));
        mentions.add(new Mention(all, each.from(), each.to()));
      }
    }
    mentions.sort(Comparator.comparingInt(Mention::from));
    return mentions;
  }

  /**
   * Everything that these words can be taken to mean: parts of longer names too, and words that
   * only hint at a thing.
   */
  public Set<Concept> meantBy(List<String> words) {
    Set<Concept> all = new LinkedHashSet<>();
    names.in(words).forEach(found -> all.add(found.thing()));
    paraphrases.in(words).forEach(found -> all.add(found.thing()));
    return all;
  }
}
