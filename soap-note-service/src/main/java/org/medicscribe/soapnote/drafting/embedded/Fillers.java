package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes out of a sentence what carries no meaning: hesitation, words said twice, broken-off words,
 * "okay" before and after. Never a word that could change what is said.
 */
final class Fillers {

  private static final Set<String> HESITATION =
      Set.of(
          "uh", "um", "uhm", "er", "erm", "ah", "hmm", "mm", "ohh", "ooh", "ahh", "umm", "uhh",
          "mmm", "mhm", "mm-hmm", "uh-huh", "huh");

  /** Words that are always followed, or led up to, without a pause in writing. */
  private static final Set<String> LEADING_ON =
      Set.of(
          "a", "an", "the", "my", "your", "his", "her", "their", "some", "any", "of", "to", "with",
          "in", "on", "at", "for", "is", "are", "was", "were", "been", "have", "has", "had",
          "like");

  private static final Set<String> OPENERS =
      Set.of(
          "okay", "ok", "alright", "so", "well", "yeah", "yes", "and", "but", "now", "then",
          "great", "gotcha", "oh", "wow", "sure", "right", "yep", "anyway");

  private static final Set<String> SUBJECTS =
      Set.of("i", "you", "we", "it", "he", "she", "they", "there", "that");

  private static final Pattern ASIDES =
      Pattern.compile(
          "(?i)(?<![\\w'])(?<!\\b(?:do|did|let|if|as|that|what|will|don't) )(?:you know what|you know|i mean|i guess you could say)(?![\\w'])(?! (?:what|how|if|that|when|where|why|who|about|the|this|any|it)\\b),?");
  private static final Pattern LIKE = Pattern.compile("(?i), ?like ?,");
  private static final Pattern WAKE_WORD = Pattern.compile("(?i)^(?:hey,? )?dragon\\b[ ,?]*");

  /** Not where the word could be the content: "right knee", "well controlled", "great toe". */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?i)^(?:(?:okay|ok|alright|so|yeah|yes|yep|and|but|now(?! that\\b)|then|gotcha|oh|sure|anyway|also"
              + "|again|like|actually|hey|wow|honestly|basically|obviously)(?![\\w'])"
              + "|all right(?! side)(?![\\w'])"
              + "|well(?! (?:controlled|managed|nourished|developed|appearing|healed))(?![\\w'])"
              + "|great(?! (?:toe|saphenous))(?![\\w'])"
              + "|right ?,)[ ,.]*");

  private static final Pattern CLOSING =
      Pattern.compile(
          "(?i)(?:(?:,| and) (?:that's|that is|those are|so that's) (?:all )?(?:good|great|fine|perfect|excellent|awesome|wonderful|very good|really good|reassuring)|,\\s*(?:okay|ok|all right|alright|right|you know|though|yeah)"
              + "|(?<!\\b(?:is|was|are|be|been|feel|feels|feeling|doing|look|looks|looking|it's|i'm"
              + "|you're|that's|were|sound|sounds|seem|seems|pretty|just|am|not|being|go|going|went"
              + "|do|did|sleep|eating|otherwise|everything's|all)) (?:okay|ok|alright)"
              + "|(?<!think|believe|hope|guess|say|suppose)[ ,]+(?:and|but|so|or|because))[ ,]*$");

  private Fillers() {}

  static boolean isOpener(String word) {
    return OPENERS.contains(word) || HESITATION.contains(word) || word.equals("all");
  }

  /**
   * The sentence's words as text, one space between words, marks attached, no full stop, and
   * without what the speaker took back.
   */
  static String clean(List<Token> tokens) {
    return tidy(Retraction.in(spoken(tokens)).text());
  }

  /** Whether something was taken back that could not be told apart. */
  static boolean isInDoubt(List<Token> tokens) {
    return Retraction.in(spoken(tokens)).doubtful();
  }

  /** All that was said but hesitation, openings and asides included. */
  static String spoken(List<Token> tokens) {
    List<Token> kept = withoutRepeats(withoutHesitation(tokens));
    StringBuilder text = new StringBuilder();
    for (Token token : kept) {
      if (!token.isMark() && !text.isEmpty()) {
        text.append(' ');
      }
      text.append(token.text());
    }
    return text.toString();
  }

  private static List<Token> withoutHesitation(List<Token> tokens) {
    List<Token> kept = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean last = i == tokens.size() - 1;
      boolean dropped =
          HESITATION.contains(token.lower().replaceFirst("-$", ""))
              || token.isStop()
              || (token.isBrokenOff() && !last && isRestarted(tokens, i));
      boolean pause = token.isMark() && ".…".indexOf(token.text().charAt(0)) >= 0;
      if (token.isMark() && isAroundHesitation(tokens, i)) {
        continue;
      }
      if (pause) {
        token = new Token(",", token.line(), token.start(), token.end());
      }
      if (!dropped && !(token.isMark() && (kept.isEmpty() || kept.getLast().isMark()))) {
        kept.add(token);
      }
    }
    return kept;
  }

  /** The commas of "was , um , trying" belong to the "um", those of "fever, um, chills" do not. */
  private static boolean isAroundHesitation(List<Token> tokens, int mark) {
    int from = mark;
    while (from > 0 && isPause(tokens.get(from - 1))) {
      from--;
    }
    int to = mark;
    while (to < tokens.size() - 1 && isPause(tokens.get(to + 1))) {
      to++;
    }
    boolean hesitates =
        tokens.subList(from, to + 1).stream().anyMatch(t -> HESITATION.contains(t.lower()));
    boolean before = from > 0 && LEADING_ON.contains(tokens.get(from - 1).lower());
    boolean after = to < tokens.size() - 1 && LEADING_ON.contains(tokens.get(to + 1).lower());
    return hesitates && !tokens.get(mark).isStop() && (before || after);
  }

  private static boolean isPause(Token token) {
    return token.isMark() || HESITATION.contains(token.lower());
  }

  /** A broken-off word is a false start only if what follows begins as it did. */
  private static boolean isRestarted(List<Token> tokens, int at) {
    String stump = tokens.get(at).lower().substring(0, tokens.get(at).text().length() - 1);
    return tokens.subList(at + 1, Math.min(tokens.size(), at + 7)).stream()
        .anyMatch(next -> next.lower().startsWith(stump));
  }

  /** "in , in , in the" and "i was i was" are said once; a number or letter said twice is two. */
  private static List<Token> withoutRepeats(List<Token> tokens) {
    List<Token> kept = new ArrayList<>();
    for (Token token : tokens) {
      kept.add(token);
      for (int length = 1; length <= 4; length++) {
        if (endsWithRepeat(kept, length)) {
          dropFirstSaying(kept, length);
          break;
        }
      }
    }
    return kept;
  }

  private static boolean endsWithRepeat(List<Token> tokens, int length) {
    List<Token> words = tokens.stream().filter(token -> !token.isMark()).toList();
    int size = words.size();
    if (size < 2 * length || tokens.getLast().isMark()) {
      return false;
    }
    for (int i = 1; i <= length; i++) {
      String word = words.get(size - i).lower();
      boolean letter = word.length() == 1 && !word.equals("i") && !word.equals("a");
      boolean number =
          letter || SpokenNumbers.isNumberWord(word) || Character.isDigit(word.charAt(0));
      String earlier = words.get(size - i - length).lower();
      boolean same = word.equals(earlier) || length == 1 && isRestart(earlier, word);
      if (number || !same) {
        return false;
      }
    }
    return true;
  }

  /** "I, I've" and "you're, you've". */
  private static boolean isRestart(String earlier, String word) {
    String subject = earlier.split("'", 2)[0];
    return SUBJECTS.contains(subject) && word.startsWith(subject + "'");
  }

  private static void dropFirstSaying(List<Token> tokens, int length) {
    List<Token> second = new ArrayList<>();
    while (second.stream().filter(token -> !token.isMark()).count() < length) {
      second.addFirst(tokens.removeLast());
    }
    int left = length;
    while (left > 0) {
      if (!tokens.removeLast().isMark()) {
        left--;
      }
    }
    second.removeIf(Token::isMark);
    tokens.addAll(second);
  }

  private static String tidy(String text) {
    String result = WAKE_WORD.matcher(text).replaceFirst("");
    result = LIKE.matcher(result).replaceAll("");
    result = ASIDES.matcher(result).replaceAll("");
    String before;
    do {
      before = result;
      result = OPENING.matcher(result.strip()).replaceFirst("");
      result = CLOSING.matcher(result).replaceFirst("");
      result =
          result.replaceAll("\\s+", " ").replaceAll(" ,", ",").replaceAll("^[ ,]+|[ ,;:]+$", "");
    } while (!before.equals(result));
    return result;
  }
}
