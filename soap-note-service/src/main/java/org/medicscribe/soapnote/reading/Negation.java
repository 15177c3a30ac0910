package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
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

  /** Deny what follows, lists included: a comma or "or" lets them reach on. */
  private static final Set<String> WIDE_CUES =
      Set.of(
          "denies", "deny", "denied", "denying", "no", "without", "nor", "neither", "none",
          "nothing", "niega", "niego", "nego", "sin", "ningun", "ninguna", "ninguno", "tampoco",
          "ni");

  /** Deny the next few words. */
  private static final Set<String> NEAR_CUES =
      Set.of("not", "never", "n't", "non", "nunca", "jamas", "nada");

  private static final int REACH = 6;

  /** Whoever writes "denies" denies all that comes until something else is told. */
  private static final Set<String> DENYING = Set.of("denies", "denied", "niega", "nego");

  private static final int REACH_OF_DENYING = 14;

  /** A list goes on after these; after "and" it goes on only as far as the reach still goes. */
  private static final Set<String> LIST_GOES_ON = Set.of(",", "/", "or", "nor", "o", "ni");

  /** Somebody or something else is spoken of: what was denied ends here. */
  private static final Set<String> NEW_SUBJECT =
      Set.of("i", "you", "your", "he", "she", "we", "they", "there", "patient", "so", "because");

  /** Where, when or with what: that place or time itself is not denied. */
  private static final Set<String> CIRCUMSTANCE =
      Set.of(
          "over", "at", "in", "on", "to", "with", "during", "above", "below", "near", "from",
          "which", "who", "since", "when", "en", "sobre", "con", "durante", "cuando");

  private static final Set<String> BINDING =
      Set.of("allergic", "allergy", "allergies", "alergico", "alergica", "addicted", "exposed");

  /** "I don't think we need to do any further testing": what is not thought comes late. */
  private static final Set<String> THINKING = Set.of("think", "believe", "creo", "feel");

  private static final int REACH_OF_THOUGHT = 10;

  private static final Set<String> AFTER_CUES = Set.of("absent", "ausente");

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
          "until",
          "unsure",
          "maybe",
          "ruled",
          "rule",
          "unlikely",
          "doubt",
          "doubted",
          "negative",
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
      Set.of("longer", "only", "just", "like", "better", "worse", "sure", "mejor", "peor", "solo");

  /** Being unable is not the same as not doing. */
  private static final Set<String> INABILITY = Set.of("can't", "cannot", "couldn't", "ca", "could");

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "(?i)[.;:?!]+|\\b(?:but|however|except|although|though|yet|pero|aunque|excepto|sino)\\b"
              + "|(?<=,)\\s*(?=(?:just|only|solo|solamente)\\b)"
              + "|(?<=,)\\s*(?=(?:and |y )?(?:reports?|endorses?|has|have|i have|i've|is|complains|notes"
              + "|admits|there|he|she|refiere|presenta|tiene|tengo|hay)\\b)");
  private static final Pattern LIST_BREAK = Pattern.compile("(?i),|/|\\b(?:and|or|nor|y|o|ni)\\b");
  private static final Set<String> INTERJECTIONS =
      Set.of("no", "nope", "nah", "yes", "yeah", "yep", "si", "okay", "ok", "well", "bueno", "oh");

  /** "No more than two" tells how many. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i)(?<!\\b(?:is|are|was|were|be|been) )\\b(?:no|not|never) (?:more|less|fewer|later) than\\b");

  private Negation() {}

  public static List<Item> items(String said) {
    String sentence = LIMIT.matcher(said).replaceAll("at most");
    List<Item> items = new ArrayList<>();
    Matcher end = CLAUSE_END.matcher(sentence);
    int from = 0;
    while (end.find()) {
      // What stands before a colon is a heading: it says nothing by itself.
      if (!end.group().startsWith(":")) {
        new Clause(items).read(sentence.substring(from, end.start()));
      }
      from = end.end();
    }
    new Clause(items).read(sentence.substring(from));
    return items;
  }

  /** Reads one clause from its first word to its last. */
  private static final class Clause {
    private final List<Item> items;
    private List<String> run = new ArrayList<>();
    private int reach;
    private boolean wide;
    private boolean inability;
    private boolean circumstance;
    private boolean told;

    private Clause(List<Item> items) {
      this.items = items;
    }

    private void read(String clause) {
      List<String> all = PlainWords.of(clause);
      boolean deniedFromBehind = !all.isEmpty() && AFTER_CUES.contains(all.getLast());
      if (deniedFromBehind) {
        reach = all.size() + 1;
      }
      Matcher separator = LIST_BREAK.matcher(clause);
      int from = 0;
      while (separator.find()) {
        readItem(PlainWords.of(clause.substring(from, separator.start())), all.size());
        goOnAfter(separator.group().toLowerCase(Locale.ROOT));
        from = separator.end();
      }
      readItem(PlainWords.of(clause.substring(from)), all.size());
    }

    private void goOnAfter(String separator) {
      if (wide && reach > 0 && LIST_GOES_ON.contains(separator)) {
        reach = Math.max(reach, REACH);
      }
      if (separator.equals(",")) {
        circumstance = false;
      }
    }

    private void readItem(List<String> words, int clauseSize) {
      boolean interjection =
          words.size() == 1 && INTERJECTIONS.contains(words.getFirst()) && clauseSize > 1;
      if (!interjection) {
        words.forEach(this::readWord);
        endRun();
      }
    }

    private void readWord(String word) {
      boolean near = NEAR_CUES.contains(word) || word.endsWith("n't") || word.equals("cannot");
      if (WIDE_CUES.contains(word) || near) {
        boolean unable =
            INABILITY.contains(word) || (!run.isEmpty() && INABILITY.contains(run.getLast()));
        endRun();
        inability = unable;
        told = false;
        wide = !near;
        reach = Math.max(reach, reachOf(word));
        if (word.equals("non")) {
          reach = 1;
        }
        circumstance = false;
        return;
      }
      if (reach > 0 && wide && NEW_SUBJECT.contains(word) && (told || tells(run))) {
        endRun();
        reach = 0;
      } else if (reach > 0
          && CIRCUMSTANCE.contains(word)
          && !isBound()
          && (tells(run) || circumstance)) {
        endRun();
        circumstance = true;
      }
      run.add(word);
      if (reach == REACH && THINKING.contains(word)) {
        reach = REACH_OF_THOUGHT;
      }
      if (reach > 0) {
        reach--;
        if (reach == 0) {
          endRun(true);
        }
      }
    }

    private static int reachOf(String cue) {
      return DENYING.contains(cue) ? REACH_OF_DENYING : REACH;
    }

    /** "Allergic to penicillin": what comes next is part of what is denied. */
    private boolean isBound() {
      return !run.isEmpty() && BINDING.contains(run.getLast());
    }

    private static boolean tells(List<String> words) {
      return words.stream().anyMatch(word -> !FunctionWords.contains(word));
    }

    private void endRun() {
      endRun(reach > 0);
    }

    private void endRun(boolean denied) {
      if (!run.isEmpty()) {
        told |= tells(run);
        boolean blurred =
            (denied && (inability || circumstance))
                || run.stream().anyMatch(BLURRING::contains)
                || run.getFirst().equals("should")
                || (denied && BLURRING_DENIAL.contains(run.getFirst()));
        Polarity plain = denied ? Polarity.DENIED : Polarity.AFFIRMED;
        items.add(new Item(run, blurred ? Polarity.UNCLEAR : plain));
        run = new ArrayList<>();
      }
      if (!denied) {
        inability = false;
      }
    }
  }
}
