package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;

/** Notices medicines: those of the word list, and unlisted ones by the stems that INN gives. */
public final class Medicines {

  /** The word stems by which the WHO names classes of substances, and their Spanish endings. */
  private static final Pattern NAMED_BY_STEM =
      Pattern.compile(
          "\\p{L}{3,}(?:"
              + "pril|sartan|olol|dipin[eo]|statina?|gliptina?|gliflozina?|glutid[ea]|glitazon[ea]"
              + "|prazole?|tidin[ea]|cill?ina?|micina?|mycin|floxacin[oa]?|cycline|ciclina|conazole?"
              + "|ciclovir|cyclovir|vir|zumab|ximab|mumab|tinib|parina?|xaban|grel|setron|triptan"
              + "|azepam|azolam|oxetin[ea]|triptylin[ea]|apine|peridone|barbital|thiazide|tiazida"
              + "|semid[ea]|terol|lukast|dronate|dronato|profen[o]?|coxib|caine|caina)");

  /** Everyday words that happen to end like a medicine. */
  private static final Set<String> NOT_MEDICINES =
      Set.of("cocaine", "cocaina", "servir", "convivir", "hervir", "sobrevivir", "revivir");

  private static final Set<String> GROUPS =
      Set.of(
          "pill",
          "pills",
          "inhaler",
          "thinner",
          "thinners",
          "antibiotic",
          "antibiotics",
          "steroid",
          "steroids",
          "vitamin",
          "vitamins",
          "supplement",
          "injection",
          "infusion",
          "shot",
          "sodium",
          "salt",
          "cholesterol",
          "sugar",
          "glucose",
          "contrast",
          "iron",
          "calcium",
          "protein",
          "creatinine",
          "caffeine",
          "hemoglobin",
          "dose",
          "dosage",
          "dl",
          "deciliter",
          "it",
          "them",
          "medication",
          "medications",
          "medicine",
          "medicines",
          "chemotherapy");

  private static final int LONGEST_NAME = 4;
  private static final int SHORTEST_SPELLED = 4;

  private final Map<String, List<String>> byBeginning = new HashMap<>();

  private final Map<List<String>, String> names = new HashMap<>();

  private Medicines() {}

  public static Medicines fromWordList() {
    Medicines medicines = new Medicines();
    for (String entry : Lexicon.entries("medicines.txt")) {
      String[] parts = entry.split(":", 2);
      medicines.add(parts[0], parts[0]);
      if (parts.length > 1) {
        for (String alias : parts[1].split(",", -1)) {
          medicines.add(alias, parts[0]);
        }
      }
    }
    return medicines;
  }

  private void add(String name, String substance) {
    List<String> words = PlainWords.of(name);
    if (words.isEmpty() || words.size() > LONGEST_NAME) {
      throw new IllegalStateException("the list of medicines has a name that cannot be found");
    }
    names.put(words, substance);
    if (words.size() == 1) {
      byBeginning
          .computeIfAbsent(beginning(words.getFirst()), b -> new ArrayList<>())
          .add(words.getFirst());
    }
  }

  /**
   * A medicine that is named in a row of words.
   *
   * @param substance equal for two names of one substance
   * @param from the place of its first word
   * @param to the place after its last
   */
  public record Mention(String substance, String name, int from, int to) {
    @Override
    public String toString() {
      return "Mention[" + from + ".." + to + "]";
    }
  }

  /** In the order they are named; of two names in one place the longer one. */
  public List<Mention> in(List<String> words) {
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Optional<Mention> mention = at(words, at);
      mention.ifPresent(mentions::add);
      at = mention.map(Mention::to).orElse(at + 1);
    }
    return mentions;
  }

  private Optional<Mention> at(List<String> words, int from) {
    Optional<Mention> spelled = spelledAt(words, from);
    if (spelled.isPresent()) {
      return spelled;
    }
    for (int to = Math.min(words.size(), from + LONGEST_NAME); to > from; to--) {
      String substance = names.get(words.subList(from, to));
      if (substance != null) {
        String name = String.join(" ", words.subList(from, to));
        return Optional.of(new Mention(substance, name, from, to));
      }
    }
    String word = words.get(from);
    return NAMED_BY_STEM.matcher(word).matches() && !NOT_MEDICINES.contains(word)
        ? Optional.of(new Mention(word, word, from, from + 1))
        : Optional.empty();
  }

  /** "K E P P R A". */
  private Optional<Mention> spelledAt(List<String> words, int from) {
    int to = from;
    while (to < words.size() && words.get(to).length() == 1) {
      to++;
    }
    String joined = String.join("", words.subList(from, to));
    String substance = to - from < SHORTEST_SPELLED ? null : names.get(List.of(joined));
    return substance == null
        ? Optional.empty()
        : Optional.of(new Mention(substance, joined, from, to));
  }

  /** Names of one word that begin like this and are about as long. */
  public List<String> namesLike(String heard) {
    return byBeginning.getOrDefault(beginning(heard), List.of()).stream()
        .filter(name -> Math.abs(name.length() - heard.length()) <= 2)
        .toList();
  }

  /** "A water pill": what it is for, in place of its name. */
  public boolean isGroupNamed(List<String> words) {
    return words.stream().anyMatch(GROUPS::contains);
  }

  private static String beginning(String name) {
    return name.substring(0, Math.min(2, name.length()));
  }

  /** Whether the list knows this name. */
  public boolean knows(String name) {
    return names.containsKey(PlainWords.of(name));
  }
}
