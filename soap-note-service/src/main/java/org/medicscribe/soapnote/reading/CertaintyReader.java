package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;

/**
 * Reads how sure each clause of a sentence is of what it names. The cues are in {@code
 * lexicon/en/certainty.txt} and {@code lexicon/es/certainty.txt}.
 */
public final class CertaintyReader {

  /** The words of a clause, all said with one certainty. */
  public record Clause(List<String> words, Certainty certainty) {
    public Clause {
      words = List.copyOf(words);
    }

    @Override
    public String toString() {
      return "Clause[" + certainty + "]";
    }
  }

  private static final Pattern CLAUSE_END =
      Pattern.compile(
          "(?i)[.;:?!]+|\\b(?:but|however|although|though|pero|aunque|then|so)\\b"
              + "|,\\s*(?=(?:and |y )?(?:i|i'm|i'll|we|we'll|you|he|she|they|there|let's|then|go|call|come|return|take|stop|see|seek|it|that|for|yo|vaya|llame|regrese|tome)\\b)");

  private static final Set<String> FIRST_PERSON = Set.of("i", "i'm", "i've", "it", "it's");
  private static final Set<String> COMING =
      Set.of("get", "start", "develop", "have", "notice", "feel", "see", "ever", "gets", "starts");
  private static final Set<String> ABOUT = Set.of("about", "around", "a");
  private static final Set<String> ANY = Set.of("any", "ever");
  private static final int ASKED_WITHIN = 4;
  private static final int REACH = 8;
  private static final int CONDITION_REACH = 14;

  /** In talk without full stops, what stands further before is something else. */
  private static final int LONGEST_DECLINED = 30;

  private final Names<Certainty> cues = Names.byWord();
  private final Names<Certainty> declining = Names.byWord();

  private CertaintyReader() {}

  public static CertaintyReader fromWordLists() {
    CertaintyReader reader = new CertaintyReader();
    for (NoteLanguage language : NoteLanguage.values()) {
      for (String entry : Lexicon.entries(language.tag() + "/certainty.txt")) {
        String[] cue = entry.split(":", 2);
        if (cue[0].equals("declined")) {
          reader.declining.add(language, cue[1], Certainty.DOUBTED);
        } else {
          reader.cues.add(language, cue[1], Certainty.valueOf(cue[0].toUpperCase(Locale.ROOT)));
        }
      }
    }
    return reader;
  }

  public List<Clause> clauses(String sentence) {
    List<Clause> clauses = new ArrayList<>();
    for (String clause : CLAUSE_END.split(sentence)) {
      List<String> words = PlainWords.of(clause);
      if (!declining.in(words).isEmpty()) {
        decline(clauses);
      }
      read(words, clauses);
    }
    return clauses;
  }

  /** "We talked about surgery, but we leave it alone." */
  private static void decline(List<Clause> before) {
    if (before.stream().mapToInt(clause -> clause.words().size()).sum() <= LONGEST_DECLINED) {
      before.replaceAll(clause -> new Clause(clause.words(), Certainty.DOUBTED));
    }
  }

  /**
   * A condition reaches from its cue on, every other cue to both sides; in talk without full stops
   * neither reaches far.
   */
  private void read(List<String> words, List<Clause> clauses) {
    if (words.isEmpty()) {
      return;
    }
    Certainty[] certainties = new Certainty[words.size()];
    Arrays.fill(certainties, Certainty.STATED);
    for (Names.Found<Certainty> cue : cues.in(words)) {
      boolean condition = cue.thing() == Certainty.CONDITIONAL;
      if (condition && isOfTheSpeaker(words, cue.to())
          || cue.thing() == Certainty.HEDGED && isOfANumber(words, cue.to())) {
        continue;
      }
      int from = condition ? cue.from() : Math.max(0, cue.from() - REACH);
      int to = Math.min(words.size(), cue.to() + (condition ? CONDITION_REACH : REACH));
      for (int at = from; at < to; at++) {
        if (cue.thing().compareTo(certainties[at]) > 0) {
          certainties[at] = cue.thing();
        }
      }
    }
    int from = 0;
    for (int at = 1; at <= words.size(); at++) {
      if (at == words.size() || certainties[at] != certainties[from]) {
        clauses.add(new Clause(words.subList(from, at), certainties[from]));
        from = at;
      }
    }
  }

  /** "Probably three times": so often or about so often. */
  private static boolean isOfANumber(List<String> words, int at) {
    return at < words.size()
        && (ABOUT.contains(words.get(at)) || NumberWords.isNumber(words.subList(at, at + 1)));
  }

  /**
   * "If I bend it, it hurts" tells what is; "if I get a fever" what may come, and "trying to recall
   * if I had any fever" tells nothing.
   */
  private static boolean isOfTheSpeaker(List<String> words, int at) {
    boolean first = at < words.size() && FIRST_PERSON.contains(words.get(at));
    boolean asked =
        words.subList(at, Math.min(words.size(), at + ASKED_WITHIN)).stream()
            .anyMatch(ANY::contains);
    return first && !asked && (at + 1 >= words.size() || !COMING.contains(words.get(at + 1)));
  }
}
