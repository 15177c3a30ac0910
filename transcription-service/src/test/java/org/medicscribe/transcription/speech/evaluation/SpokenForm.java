package org.medicscribe.transcription.speech.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Text as it is spoken, so that "130/80 mmHg" and "one hundred and thirty over eighty" compare. */
public final class SpokenForm {

  private static final Map<String, String> WRITTEN =
      Map.of(
          "mr", "mister", "dr", "doctor", "mg", "milligrams", "ok", "okay", "alright", "all right");

  private static final String[] ONES =
      ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
              + " fifteen sixteen seventeen eighteen nineteen")
          .split(" ");
  private static final String[] TENS =
      "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

  private SpokenForm() {}

  public static List<String> of(String text) {
    String spaced =
        text.toLowerCase(Locale.ROOT)
            .replace('\u2019', '\'')
            .replaceAll("(?<=\\d),(?=\\d{3})", "")
            .replaceAll("(?<=\\d)/(?=\\d)", " over ")
            .replaceAll("(?<=\\d)\\.(?=\\d)", " point ")
            .replace("%", " percent ")
            .replaceAll("(?<=\\d)(?=[a-z])", " ")
            .replaceAll("[^a-z0-9' ]", " ");
    var words = new ArrayList<String>();
    for (String word : spaced.strip().split("\\s+")) {
      if (word.matches("\\d{1,4}")) {
        words.addAll(number(Integer.parseInt(word)));
      } else if (word.equals("and") && !words.isEmpty() && words.getLast().equals("hundred")) {
        continue;
      } else {
        words.addAll(Arrays.asList(WRITTEN.getOrDefault(word, word).split(" ")));
      }
    }
    words.removeIf(String::isEmpty);
    return words;
  }

  private static List<String> number(int value) {
    var words = new ArrayList<String>();
    int rest = value;
    if (rest >= 1000) {
      words.add(ONES[rest / 1000]);
      words.add("thousand");
      rest %= 1000;
    }
    if (rest >= 100) {
      words.add(ONES[rest / 100]);
      words.add("hundred");
      rest %= 100;
    }
    if (rest >= 20) {
      words.add(TENS[rest / 10]);
      rest %= 10;
      if (rest > 0) {
        words.add(ONES[rest]);
      }
    } else if (rest > 0 || words.isEmpty()) {
      words.add(ONES[rest]);
    }
    return words;
  }
}
