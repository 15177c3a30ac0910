package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Lexicon;
import org.medicscribe.soapnote.reading.Polarity;
import org.medicscribe.soapnote.reading.Stems;

/**
 * Holds the words that stand close behind a "no" or "not" to how the same words are said: what the
 * statement denies is said without a denial near it, or what it tells plainly is said only close
 * behind one. It needs no clauses, so it also works where nobody speaks in sentences.
 */
final class CloseDenials {

  /** How a word of the evidence stands to the denials around it. */
  private enum Said {
    PLAIN,
    NEAR_A_DENIAL,
    CLOSE_BEHIND_ONE,
    OPEN
  }

  private static final Set<String> CUES = words("cue");

  /** Beside one of these nobody can tell whether the word is so. */
  private static final Set<String> BLURRING = words("blurring");

  /** Right behind a word, these deny it. */
  private static final Set<String> DENYING_BEHIND = words("behind");

  /** In a statement these deny in other words. */
  private static final Set<String> DENYING = words("denying");

  /** Denies within the word. */
  private static final Pattern LACKING =
      Pattern.compile(
          "(?:non|un|inconsist|inabil|incapab|insuffic|imposs)\\p{L}{3,}|poor\\w*|fail\\w*|former\\w*");

  /** "Is not present": it is what stands before that is denied. */
  private static final Set<String> EMPTY = words("empty");

  /** Between a denial and its word: "no significant", "not really". */
  private static final Set<String> BETWEEN = words("between");

  private static final Set<String> CLAUSE_ENDS =
      Set.of("but", "however", "although", "except", "just", "only");
  private static final Pattern CLAUSE =
      Pattern.compile(
          "(?i)[.;:,?!](?!\\d)|\\b(?:but|however|although|though|except|and|or|pero)\\b");

  private static final int BEFORE = 8;
  private static final int AFTER = 3;
  private static final int CLOSE = 4;
  private static final int DENIED_WORDS = 4;

  private static Set<String> words(String kind) {
    return Lexicon.words("denials.txt", kind);
  }

  private final Claim claim;
  private final Map<String, Set<Said>> said = new HashMap<>();

  CloseDenials(Claim claim) {
    this.claim = claim;
    claim.quoted().forEach(sentence -> read(claim.visit().meant(sentence)));
  }

  /** The words that the statement denies and the evidence tells, or the other way round. */
  Optional<String> contradiction() {
    for (String clause : CLAUSE.split(claim.text())) {
      List<String> words = PlainWords.of(clause);
      int cue = cueIn(words);
      Optional<String> found = cue < 0 ? told(words) : denied(words, cue);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Most of what is denied was said, and nothing near it was denied. */
  private Optional<String> denied(List<String> words, int cue) {
    List<String> about = about(words, cue);
    long plain =
        stems(about).stream()
            .filter(stem -> said.getOrDefault(stem, Set.of()).equals(EnumSet.of(Said.PLAIN)))
            .count();
    boolean othersKnown =
        stems(about).stream()
            .anyMatch(
                stem -> said.containsKey(stem) && !said.get(stem).equals(EnumSet.of(Said.PLAIN)));
    return !othersKnown && 2 * plain > about.size()
        ? Optional.of(String.join(" ", words))
        : Optional.empty();
  }

  /** Something of what is denied was said, and nothing of it near a denial. */
  Optional<String> doubt() {
    for (String clause : CLAUSE.split(claim.text())) {
      List<String> words = PlainWords.of(clause);
      int cue = cueIn(words);
      if (cue >= 0 && isPlainlySaid(words, cue)) {
        return Optional.of(String.join(" ", words));
      }
    }
    return Optional.empty();
  }

  private boolean isPlainlySaid(List<String> words, int cue) {
    List<String> stems = stems(about(words, cue));
    return !words.get(cue).equals("non")
        && !stems.isEmpty()
        && said.containsKey(stems.getFirst())
        && stems.stream()
            .filter(said::containsKey)
            .allMatch(stem -> EnumSet.of(Said.PLAIN).equals(said.get(stem)));
  }

  private static List<String> about(List<String> words, int cue) {
    List<String> about =
        FunctionWords.removedFrom(words.subList(cue + 1, words.size())).stream()
            .filter(word -> !EMPTY.contains(word) && !Character.isDigit(word.charAt(0)))
            .limit(DENIED_WORDS)
            .toList();
    return about.isEmpty() ? FunctionWords.removedFrom(words.subList(0, cue)) : about;
  }

  /** A word of a plain clause was said, but only close behind a denial. */
  private Optional<String> told(List<String> words) {
    if (words.stream().anyMatch(DENYING::contains)
        || claim.words().stream().anyMatch(word -> LACKING.matcher(word).matches())) {
      return Optional.empty();
    }
    return FunctionWords.removedFrom(words).stream()
        .filter(word -> !Character.isDigit(word.charAt(0)))
        .filter(word -> isOnlyDenied(said.getOrDefault(stems(List.of(word)).getFirst(), Set.of())))
        .findFirst();
  }

  private static boolean isOnlyDenied(Set<Said> places) {
    return places.contains(Said.CLOSE_BEHIND_ONE)
        && !places.contains(Said.PLAIN)
        && !places.contains(Said.NEAR_A_DENIAL);
  }

  private static int cueIn(List<String> words) {
    for (int at = 0; at < words.size(); at++) {
      if (isCue(words.get(at))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean isCue(String word) {
    return CUES.contains(word) || word.endsWith("n't");
  }

  /** A question tells what its answer tells. */
  private void read(Sentence sentence) {
    boolean asks = claim.visit().isQuestion(sentence);
    Polarity answer = asks ? claim.answerTo(sentence) : Polarity.AFFIRMED;
    boolean unanswered = answer == Polarity.UNCLEAR && isAnsweredWithSomethingElse(sentence);
    List<String> all = sentence.words();
    List<String> words = all.subList(Denials.opening(all), all.size());
    List<String> stems = stems(words);
    for (int at = 0; at < words.size(); at++) {
      if (!FunctionWords.contains(words.get(at)) && !isCue(words.get(at))) {
        Said here =
            switch (answer) {
              case AFFIRMED -> standing(words, at);
              case DENIED -> Said.OPEN;
              case UNCLEAR -> unanswered ? Said.PLAIN : Said.OPEN;
            };
        said.computeIfAbsent(stems.get(at), s -> EnumSet.noneOf(Said.class)).add(here);
      }
    }
  }

  /** Nothing in the answer denies, in whatever words. */
  private boolean isAnsweredWithSomethingElse(Sentence question) {
    List<Sentence> answers = claim.visit().answersTo(question);
    return !answers.isEmpty()
        && answers.stream()
            .flatMap(answer -> answer.words().stream())
            .noneMatch(word -> isCue(word) || BLURRING.contains(word));
  }

  private static Said standing(List<String> words, int at) {
    if (isCloseBehindADenial(words, at)) {
      return Said.CLOSE_BEHIND_ONE;
    }
    for (int before = at - 1; before >= Math.max(0, at - BEFORE); before--) {
      if (CLAUSE_ENDS.contains(words.get(before))) {
        break;
      }
      if (isCue(words.get(before))) {
        return Said.NEAR_A_DENIAL;
      }
      if (BLURRING.contains(words.get(before))) {
        return Said.OPEN;
      }
    }
    for (int after = at + 1; after < Math.min(words.size(), at + 1 + AFTER); after++) {
      if (isCue(words.get(after)) || DENYING_BEHIND.contains(words.get(after))) {
        return Said.OPEN;
      }
    }
    return BLURRING.contains(words.get(at)) ? Said.OPEN : Said.PLAIN;
  }

  private static boolean isCloseBehindADenial(List<String> words, int at) {
    for (int before = at - 1; before >= Math.max(0, at - CLOSE); before--) {
      String word = words.get(before);
      if (isCue(word)) {
        return true;
      }
      if (CLAUSE_ENDS.contains(word) || !FunctionWords.contains(word) && !BETWEEN.contains(word)) {
        return false;
      }
    }
    return false;
  }

  private List<String> stems(List<String> words) {
    return new ArrayList<>(Stems.of(words, claim.language()));
  }

  @Override
  public String toString() {
    return "CloseDenials[" + said.size() + "]";
  }
}
