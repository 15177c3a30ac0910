package org.medicscribe.soapnote.drafting.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medicscribe.soapnote.reading.Medicines;

/**
 * What a speaker takes back in the same breath: "to 20, I mean 25 milligrams", "the left, no wait,
 * the right knee". The words meant last replace the ones of the same kind before them; where it is
 * not plain which ones, the sentence is in doubt and to be left as it was said.
 *
 * @param text what is left, without the words taken back where that is plain
 * @param doubtful whether something was taken back that could not be told apart
 */
record Retraction(String text, boolean doubtful) {

  /** Always takes something back. */
  private static final String PLAIN =
      "(?:no[, ]+)?(?:i'm sorry|sorry|excuse me|pardon me|my mistake|i meant|i should say|scratch that"
          + "|strike that|correction|make that|no,? wait|wait,? no|or rather|let me correct (?:that|myself))"
          + "(?:[, ]+(?:no|wait|i mean|i meant|it's|it is|make that))*";

  /** Takes something back only between two values of one kind. */
  private static final String WEAK = "(?:i mean|wait|no|rather|actually|well|uh no)(?:[, ]+no)?";

  private static final Pattern MARK =
      Pattern.compile(
          "(?i)(?:(?<=[,.…-])|(?<=^)) ?(?<![\\w'])(" + PLAIN + "|" + WEAK + ")(?![\\w'])[,.… ]*");
  private static final Pattern UNSTOPPED =
      Pattern.compile(
          "(?i) (?<![\\w'])((?:no )?(?:i'm sorry|sorry|scratch that|i meant|i mean|correction|no wait|wait no)(?: no)?)(?![\\w'])[,.… ]*");
  private static final Pattern IS_PLAIN = Pattern.compile("(?i)" + PLAIN);

  private static final Set<String> SIDES = Set.of("left", "right", "both", "bilateral");
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "today",
          "tomorrow",
          "yesterday");
  private static final Set<String> OFTEN = Set.of("once", "twice", "daily", "weekly", "monthly");

  private static final Medicines MEDICINES = Medicines.fromWordList();

  /** Words; what is taken back was said a moment ago, and its replacement comes at once. */
  private static final int BACK = 7;

  private static final int AHEAD = 5;

  /** Nothing taken back, or what is left after it. {@code said} may hold commas, no full stop. */
  static Retraction in(String said) {
    String text = said;
    boolean doubtful = false;
    int from = 0;
    while (true) {
      Matcher mark = next(text, from);
      if (mark == null) {
        return new Retraction(text, doubtful);
      }
      String before =
          text.substring(0, mark.start()).replaceAll("(?:[,.… -]| or(?=[,.… -]*$))+$", "");
      String after = text.substring(mark.end());
      int cut = before.isBlank() || after.isBlank() ? -1 : cut(before, after);
      if (cut >= 0) {
        String kept = before.substring(0, cut).stripTrailing();
        text = kept.isEmpty() ? after : kept + " " + after;
        from = kept.length();
      } else {
        doubtful |= isPlain(mark) && !before.isBlank() && !after.isBlank();
        from = mark.end();
      }
    }
  }

  /** Whether a sentence begins by taking back the one before: "Sorry, in one week." */
  static boolean begins(String said) {
    Matcher mark = MARK.matcher(said);
    return mark.lookingAt() && !said.substring(mark.end()).isBlank();
  }

  /** Whether {@code next} plainly replaces words of {@code before}. */
  static boolean takesBack(String before, String next) {
    return !in(before + ", " + next).text().equals(before + ", " + next);
  }

  /** Whether it only takes back, and says nothing instead: "Scratch that." */
  static boolean isWhole(String said) {
    return said.matches("(?i)(?:no,? ?)?(?:scratch|strike|forget|delete) that[.! ]*");
  }

  private static @Nullable Matcher next(String text, int from) {
    Matcher stopped = MARK.matcher(text);
    Matcher running = UNSTOPPED.matcher(text);
    boolean first = stopped.find(from);
    boolean second = running.find(from);
    if (first && (!second || stopped.start() <= running.start())) {
      return stopped;
    }
    return second ? running : null;
  }

  private static boolean isPlain(Matcher mark) {
    return IS_PLAIN.matcher(mark.group(1)).matches();
  }

  /** Where the words taken back begin, -1 when it is not plain. */
  private static int cut(String before, String after) {
    List<String> ahead = List.of(after.split("[ ,]+"));
    String kind = "";
    int place = -1;
    for (int i = 0; i < Math.min(AHEAD, ahead.size()) && kind.isEmpty(); i++) {
      kind = kind(ahead.get(i));
      place = i;
    }
    List<Word> back = Word.of(before);
    int earliest = Math.max(0, back.size() - BACK);
    if (!kind.isEmpty()) {
      int value = lastOf(kind, back, earliest);
      if (value < 0) {
        return -1;
      }
      int lead = value - place;
      boolean led =
          place > 0 && lead >= 0 && back.get(lead).text.equalsIgnoreCase(ahead.getFirst());
      return back.get(led ? lead : value).start;
    }
    for (int i = back.size() - 1; i >= Math.max(earliest, back.size() - 4); i--) {
      if (back.get(i).text.equalsIgnoreCase(ahead.getFirst())) {
        return back.get(i).start;
      }
    }
    return -1;
  }

  /** The first word of the last value of this kind. */
  private static int lastOf(String kind, List<Word> words, int earliest) {
    int at = -1;
    for (int i = words.size() - 1; i >= earliest; i--) {
      if (kind(words.get(i).text).equals(kind)) {
        at = i;
        if (!kind.equals("number")) {
          return at;
        }
      } else if (at >= 0) {
        return at;
      }
    }
    return at;
  }

  private static String kind(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replaceAll("[^\\w'-]", "");
    if (lower.isEmpty()) {
      return "";
    }
    if (SpokenNumbers.isNumberWord(lower) || Character.isDigit(lower.charAt(0))) {
      return "number";
    }
    if (SIDES.contains(lower)) {
      return "side";
    }
    if (DAYS.contains(lower)) {
      return "day";
    }
    if (OFTEN.contains(lower)) {
      return "often";
    }
    return MEDICINES.in(List.of(lower)).isEmpty() ? "" : "medicine";
  }

  private record Word(String text, int start) {

    private static final Pattern PIECE = Pattern.compile("[^ ,]+");

    static List<Word> of(String text) {
      return PIECE
          .matcher(text)
          .results()
          .map(found -> new Word(found.group(), found.start()))
          .toList();
    }
  }

  @Override
  public String toString() {
    return "Retraction[doubtful=" + doubtful + "]";
  }
}
