package org.medicscribe.transcription.speech.embedded;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

/**
 * Words that a visit is expected to hold, put where something else was written that sounds the
 * same: "lease in April" for lisinopril.
 *
 * <p>Only where all of these hold: the consonants agree to the last one and there are at least
 * four, the lengths are alike, and the recogniser was unsure of a word there. The result keeps the
 * doubt, so that a reader is shown what to check.
 */
final class KeyTerms {

  private static final double UNSURE = 0.6;
  private static final int FEWEST_CONSONANTS = 4;
  private static final int LONGEST_CODE = 16;
  private static final int MOST_WORDS = 4;
  private static final double MOST_LENGTH_RATIO = 1.4;
  private static final Pattern TRAILING_PUNCTUATION = Pattern.compile("[.,?!;:]+$");

  private final DoubleMetaphone sound = new DoubleMetaphone();
  private final Map<String, String> termBySound = new LinkedHashMap<>();

  /**
   * @param terms most important first
   */
  KeyTerms(List<String> terms) {
    sound.setMaxCodeLen(LONGEST_CODE);
    for (String term : terms) {
      String code = sound.doubleMetaphone(letters(term));
      if (code != null && code.length() >= FEWEST_CONSONANTS) {
        termBySound.putIfAbsent(code, term);
      }
    }
  }

  List<HeardWord> correct(List<HeardWord> heard) {
    if (termBySound.isEmpty()) {
      return heard;
    }
    var corrected = new ArrayList<HeardWord>();
    int next = 0;
    while (next < heard.size()) {
      int taken = 1;
      HeardWord word = heard.get(next);
      for (int length = Math.min(MOST_WORDS, heard.size() - next); length >= 1; length--) {
        Optional<HeardWord> term = termFor(heard.subList(next, next + length));
        if (term.isPresent()) {
          word = term.get();
          taken = length;
          break;
        }
      }
      corrected.add(word);
      next += taken;
    }
    return corrected;
  }

  private Optional<HeardWord> termFor(List<HeardWord> span) {
    double doubt = Collections.min(span.stream().map(HeardWord::logProbability).toList());
    if (Math.exp(doubt) >= UNSURE) {
      return Optional.empty();
    }
    var joined = new StringBuilder();
    span.forEach(word -> joined.append(letters(word.text())));
    String code = sound.doubleMetaphone(joined.toString());
    String term = code == null ? null : termBySound.get(code);
    if (term == null || !isOfLikeLength(joined.length(), letters(term).length())) {
      return Optional.empty();
    }
    Matcher punctuation = TRAILING_PUNCTUATION.matcher(span.getLast().text());
    return Optional.of(
        new HeardWord(punctuation.find() ? term + punctuation.group() : term, doubt));
  }

  private static boolean isOfLikeLength(int one, int other) {
    return Math.max(one, other) <= MOST_LENGTH_RATIO * Math.min(one, other);
  }

  private static String letters(String text) {
    return text.replaceAll("[^\\p{L}]", "");
  }
}
