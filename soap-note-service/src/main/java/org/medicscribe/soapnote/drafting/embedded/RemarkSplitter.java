package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts turns into remarks: at the transcript's own full stops where it has them, else where
 * people's wording says that one sentence ends and another begins.
 */
final class RemarkSplitter {

  /** More words than this without a full stop, and the transcript is taken to have none. */
  private static final int LONGEST_PUNCTUATED = 45;

  private static final Set<String> TAGS = Set.of("okay", "ok", "right", "alright");

  /** A helper before its subject asks, whatever comes after. */
  private static final Set<String> HELPERS =
      Set.of(
          "do", "did", "does", "have", "has", "are", "is", "was", "were", "can", "could", "would",
          "will", "had", "don't", "didn't", "aren't", "isn't", "haven't");

  private static final Pattern INTERROGATIVE =
      Pattern.compile(
          "^(?:which|where|who|why"
              + "|what(?:'s| is| are| about| kind| type| do| did| does| was| other| time| medic\\w+)"
              + "|how(?:'s| long| often| much| many| bad| is| are| do| did| does| about| old| far))\\b");

  private static final Set<String> SUBJECTS =
      Set.of("you", "it", "that", "this", "there", "they", "he", "she", "your", "anyone");

  private static final Set<String> PREPOSITIONS =
      Set.of("on", "in", "with", "for", "at", "from", "to", "of", "about", "over", "under");

  private static final Set<String> CONTINUING = Set.of("of", "to", "than", "which", "as", "or");

  private static final int LONGEST_PHRASE = 6;

  /** No sentence ends in these. */
  private static final Set<String> DANGLING =
      Set.of(
          "the",
          "a",
          "an",
          "your",
          "my",
          "his",
          "her",
          "their",
          "of",
          "to",
          "with",
          "is",
          "are",
          "was",
          "were",
          "be",
          "i",
          "i'm",
          "you're",
          "we",
          "and",
          "or",
          "but",
          "some",
          "any",
          "no",
          "that",
          "whether",
          "if",
          "because",
          "will",
          "at",
          "for",
          "from",
          "very",
          "about",
          "than",
          "it's",
          "there's",
          "don't",
          "not",
          "negative",
          "positive",
          "i'll",
          "we'll",
          "i've",
          "you've",
          "in",
          "on",
          "two",
          "three",
          "as",
          "like",
          "what",
          "how",
          "which");

  private static final int LONGEST = 40;
  private static final int SHORTEST = 3;

  /** Below zero, since a cut too many costs less than two facts in one breath. */
  private static final double CUT = -0.8;

  private final CueClassifier boundaries;
  private final CueClassifier questions;

  RemarkSplitter(CueClassifier boundaries, CueClassifier questions) {
    this.boundaries = boundaries;
    this.questions = questions;
  }

  List<Remark> split(Turn turn) {
    List<Remark> remarks = new ArrayList<>();
    List<Token> current = new ArrayList<>();
    for (Token token : turn.tokens()) {
      current.add(token);
      if (token.isStop()) {
        addSentences(remarks, turn.side(), current);
        current.clear();
      }
    }
    addSentences(remarks, turn.side(), current);
    return remarks;
  }

  private void addSentences(List<Remark> remarks, SpeakerSide side, List<Token> tokens) {
    List<Token> words = tokens.stream().filter(token -> !token.isMark()).toList();
    if (words.isEmpty()) {
      return;
    }
    boolean stopped = tokens.getLast().isStop() && words.size() <= LONGEST_PUNCTUATED;
    if (stopped) {
      List<List<Token>> clauses = Clauses.of(tokens, side);
      for (List<Token> clause : clauses) {
        boolean last = clause == clauses.getLast();
        boolean question = last ? isQuestion(clause) : asks(words(clause));
        remarks.add(new Remark(clause, side, question));
      }
      return;
    }
    for (List<Token> part : cut(tokens, words)) {
      for (List<Token> clause : Clauses.of(part, side)) {
        remarks.add(new Remark(clause, side, asks(words(clause))));
      }
    }
  }

  /** A question mark after "okay" only asks for consent. */
  private boolean isQuestion(List<Token> tokens) {
    boolean marked = tokens.getLast().text().contains("?");
    return marked && !isTagged(words(tokens).stream().map(Token::lower).toList());
  }

  /** Ends in a word that makes a question of a statement. */
  static boolean isTagged(List<String> words) {
    return words.size() > 2 && TAGS.contains(words.getLast());
  }

  private static List<Token> words(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.isMark()).toList();
  }

  private List<List<Token>> cut(List<Token> tokens, List<Token> words) {
    List<String> lower = words.stream().map(Token::lower).toList();
    List<Integer> starts = new ArrayList<>();
    int last = 0;
    for (int gap = 1; gap < words.size(); gap++) {
      boolean roomy = canStandAlone(lower.subList(last, gap)) && canBegin(lower, gap);
      if (roomy && boundaries.score(Cues.ofGap(lower, gap)) > CUT) {
        starts.add(gap);
        last = gap;
      } else if (gap - last >= LONGEST) {
        last = best(lower, last + SHORTEST, gap);
        starts.add(last);
      }
    }
    return slices(tokens, words, starts);
  }

  private int best(List<String> words, int from, int to) {
    int best = to;
    double highest = Double.NEGATIVE_INFINITY;
    for (int gap = from; gap <= to; gap++) {
      double score = boundaries.score(Cues.ofGap(words, gap));
      if (score > highest) {
        highest = score;
        best = gap;
      }
    }
    return best;
  }

  /** "for five days" and "of the knee" go on with what was said. */
  private static boolean canBegin(List<String> words, int at) {
    String word = words.get(at);
    boolean amount =
        word.equals("for")
            && at + 1 < words.size()
            && SpokenNumbers.isNumberWord(words.get(at + 1));
    return !amount && !CONTINUING.contains(word);
  }

  /** "Okay" does; "on your right knee exam" and "it runs about the" do not. */
  private static boolean canStandAlone(List<String> words) {
    List<String> content = words.stream().dropWhile(Fillers::isOpener).toList();
    if (content.isEmpty()) {
      return true;
    }
    boolean phrase = PREPOSITIONS.contains(content.getFirst()) && content.size() <= LONGEST_PHRASE;
    return words.size() >= SHORTEST && !phrase && !DANGLING.contains(words.getLast());
  }

  private static List<List<Token>> slices(
      List<Token> tokens, List<Token> words, List<Integer> starts) {
    List<List<Token>> parts = new ArrayList<>();
    int from = 0;
    for (int start : starts) {
      int to = tokens.indexOf(words.get(start));
      parts.add(List.copyOf(tokens.subList(from, to)));
      from = to;
    }
    parts.add(List.copyOf(tokens.subList(from, tokens.size())));
    return parts;
  }

  private boolean asks(List<Token> words) {
    List<String> lower = words.stream().map(Token::lower).dropWhile(Fillers::isOpener).toList();
    if (lower.size() > 1 && HELPERS.contains(lower.get(0)) && SUBJECTS.contains(lower.get(1))) {
      return true;
    }
    if (lower.size() > 2 && INTERROGATIVE.matcher(String.join(" ", lower)).find()) {
      return true;
    }
    return !lower.isEmpty() && !isTagged(lower) && questions.score(Cues.ofShape(lower)) > 0;
  }
}
