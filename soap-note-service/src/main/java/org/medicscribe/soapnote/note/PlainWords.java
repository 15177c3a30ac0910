package org.medicscribe.soapnote.note;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text as a row of bare words: lower case, no accents, no punctuation but what belongs inside a
 * number ({@code 2.5}, {@code 130/80}) or a word ({@code don't}). A number and the letters glued to
 * it are two words ({@code 10mg}), letters and the number glued to them one ({@code b12}).
 */
public final class PlainWords {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD =
      Pattern.compile("\\d+(?:[.,:/]\\d+)*|%|\\p{L}[\\p{L}\\d]*(?:'\\p{L}+)*");

  private PlainWords() {}

  public static List<String> of(String text) {
    return WORD.matcher(plain(text)).results().map(MatchResult::group).toList();
  }

  private static String plain(String text) {
    String decomposed = Normalizer.normalize(text.replace('’', '\''), Normalizer.Form.NFKD);
    return ACCENTS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
