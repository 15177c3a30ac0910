package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;

/**
 * Finds out which words of a sentence are denied, after the idea of NegEx (Chapman et al., 2001): a
 * cue denies what follows until the clause ends. English and Spanish cues are read together.
 */
public final class Negation {

  /** Some words of one clause or list item, all of one polarity. */
  public record Item(List<String> words, Polarity polarity) {
    public Item {
      words = List.copyOf(words);
    }

    @Override
    public String toString() {
      return "Item[" + polarity + "]";
    }
  }

  /** Deny everything up to the end of the clause, lists included. */
  private static final Set<String> WIDE_CUES =
      Set.of(
          "denies",
          "deny",
          "denied",
          "denying",
          "no",
          "without",
          "negative",
          "nor",
          "neither",
          "none",
          "niega",
          "niego",
          "nego",
          "sin",
          "ningun",
          "ninguna",
          "ninguno",
          "tampoco",
          "ni");

  /** Deny the next few words. */
  private static final Set<String> NEAR_CUES =
      Set.of("not", "never", "n't", "nunca", "jamas", "nada");

  private static final int NEAR_REACH = 6;

  private static final Set<String> AFTER_CUES = Set.of("absent", "negative", "ausente", "negativo");

  /** Beside one of these, what is denied is a matter of taste: "trouble sleeping", "stopped". */
  private static final Set<String> BLURRING =
      Set.of(
          "difficulty",
          "difficulties",
          "trouble",
          "unable",
          "inability",
          "lack",
          "lacks",
          "loss",
          "stop",
          "stopped",
          "discontinue",
          "discontinued",
          "avoid",
          "avoids",
          "forget",
          "forgets",
          "forgot",
          "miss",
          "missed",
          "misses",
          "poor",
          "hard",
          "limited",
          "decreased",
          "reduced",
          "resolved",
          "if",
          "unless",
          "should",
          "until",
          "unsure",
          "maybe",
          "ruled",
          "rule",
          "dificultad",
          "falta",
          "dejo",
          "dejar",
          "evitar",
          "olvida",
          "puedo",
          "puede",
          "hasta");

  /** The same, if they come right after the denial: "no longer", "not only", "not sure". */
  private static final Set<String> BLURRING_DENIAL =
      Set.of("longer", "only", "just", "better", "worse", "sure", "mejor", "peor", "solo");

  /** Being unable is not the same as not doing. */
  private static final Set<String> INABILITY = Set.of("can't", "cannot", "couldn't", "ca", "could");

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "(?i)[.;:?!]+|\\b(?:but|however|except|although|though|yet|pero|aunque|excepto|sino)\\b"
              + "|(?<=,)\\s*(?=(?:and |y )?(?:reports?|endorses?|has|have|i have|i've|is|complains|notes"
              + "|admits|there|he|she|refiere|presenta|tiene|tengo|hay)\\b)");
  private static final Pattern LIST_BREAK = Pattern.compile("(?i),|/|\\b(?:and|or|nor|y|o|ni)\\b");
  private static final Set<String> INTERJECTIONS =
      Set.of("no", "nope", "nah", "yes", "yeah", "yep", "si", "okay", "ok", "well", "bueno", "oh");

  private Negation() {}

  public static List<Item> items(String sentence) {
    List<Item> items = new ArrayList<>();
    for (String clause : CLAUSE_END.split(sentence)) {
      readClause(clause, items);
    }
    return items;
  }

  private static void readClause(String clause, List<Item> items) {
    List<String> all = PlainWords.of(clause);
    boolean deniedFromBehind = !all.isEmpty() && AFTER_CUES.contains(all.getLast());
    int reach = deniedFromBehind ? Integer.MAX_VALUE : 0;
    for (String part : LIST_BREAK.split(clause)) {
      List<String> words = PlainWords.of(part);
      boolean interjection =
          words.size() == 1 && INTERJECTIONS.contains(words.getFirst()) && all.size() > 1;
      if (!interjection) {
        reach = readItem(words, reach, items);
      }
    }
  }

  /** The reach that the cues of this item leave for the next one. */
  private static int readItem(List<String> words, int before, List<Item> items) {
    int reach = before;
    boolean inability = false;
    List<String> run = new ArrayList<>();
    for (String word : words) {
      boolean near = NEAR_CUES.contains(word) || word.endsWith("n't") || word.equals("cannot");
      if (WIDE_CUES.contains(word) || near) {
        boolean unable =
            INABILITY.contains(word) || (!run.isEmpty() && INABILITY.contains(run.getLast()));
        addItem(run, reach > 0, inability, items);
        run = new ArrayList<>();
        inability = unable;
        reach = near ? Math.max(reach, NEAR_REACH) : Integer.MAX_VALUE;
      } else {
        run.add(word);
        if (reach > 0 && reach < Integer.MAX_VALUE) {
          reach--;
          if (reach == 0) {
            addItem(run, true, inability, items);
            run = new ArrayList<>();
            inability = false;
          }
        }
      }
    }
    addItem(run, reach > 0, inability, items);
    return reach;
  }

  private static void addItem(
      List<String> words, boolean denied, boolean inability, List<Item> items) {
    if (!words.isEmpty()) {
      boolean blurred =
          inability
              || words.stream().anyMatch(BLURRING::contains)
              || (denied && BLURRING_DENIAL.contains(words.getFirst()));
      Polarity plain = denied ? Polarity.DENIED : Polarity.AFFIRMED;
      items.add(new Item(words, blurred ? Polarity.UNCLEAR : plain));
    }
  }
}
