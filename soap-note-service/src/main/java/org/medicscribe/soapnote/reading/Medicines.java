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

  private static final int LONGEST_NAME = 4;

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

  /** Whether the list knows this name. */
  public boolean knows(String name) {
    return names.containsKey(PlainWords.of(name));
  }
}
