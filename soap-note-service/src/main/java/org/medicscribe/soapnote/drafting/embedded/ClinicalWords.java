package org.medicscribe.soapnote.drafting.embedded;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.reading.Lexicon;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.reading.Stems;

/** Which words belong in a note, and which of them name what somebody has. Immutable. */
final class ClinicalWords {

  private static final Pattern NAMED_BY_ENDING =
      Pattern.compile(
          "\\p{L}{3,}(?:itis|osis|emia|oma|opathy|algia|ectomy|plasty|oscopy|uria|pnea)");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?i)\\b\\d[\\d.,/-]* ?(?:mg|mcg|g|ml|mmhg|units?|%|percent|pounds?|kg|kilos?|degrees|cm|mm|inch(?:es)?"
              + "|days?|weeks?|months?|years?|hours?|times|packs?|cigarettes?|beers?|glasses|drinks)\\b|%|\\b\\d{2,3} ?(?:over|/) ?\\d{2,3}\\b"
              + "|\\b(?:milligrams?|micrograms?|millilit(?:er|re)s?|tablets?|capsules?|puffs?)\\b");

  private static final Pattern SPELLED =
      Pattern.compile("(?<![\\p{L}'])\\p{L}(?: \\p{L}){3,}(?![\\p{L}'])");

  private static final int MOST_COUNTED = 4;
  private static final double EACH = 0.015;
  private static final double NAMED = 0.05;

  private final Set<String> conditions = stems("conditions.txt");
  private final Set<String> all = new HashSet<>(stems("clinical-words.txt"));
  private final Medicines medicines = Medicines.fromWordList();

  ClinicalWords() {
    all.addAll(conditions);
  }

  /** Whether any of it is something that a note tells. */
  boolean in(String text) {
    List<String> words = PlainWords.of(text);
    return AMOUNT.matcher(text).find()
        || Stems.of(words, NoteLanguage.ENGLISH).stream().anyMatch(all::contains)
        || words.stream().anyMatch(word -> NAMED_BY_ENDING.matcher(word).matches())
        || !medicines.in(words).isEmpty();
  }

  /** How many of its words do. */
  long count(String text) {
    List<String> words = PlainWords.of(text);
    return Stems.of(words, NoteLanguage.ENGLISH).stream().filter(all::contains).count()
        + medicines.in(words).size();
  }

  /** How much a reader of notes cares for it: a disease or a medicine more than an ache. */
  double emphasis(String text) {
    return EACH * Math.min(MOST_COUNTED, count(text))
        + (nameCondition(text) ? NAMED : 0)
        + (nameMedicine(text) ? NAMED : 0);
  }

  /** Whether a word of it names a disease, an injury or a state of health. */
  boolean nameCondition(String text) {
    List<String> words = PlainWords.of(text);
    return Stems.of(words, NoteLanguage.ENGLISH).stream().anyMatch(conditions::contains)
        || words.stream().anyMatch(word -> NAMED_BY_ENDING.matcher(word).matches());
  }

  boolean nameMedicine(String text) {
    return !medicines.in(PlainWords.of(text)).isEmpty();
  }

  /** "K E P P R A" is read as the name it spells, if it spells one. */
  String spelledOut(String text) {
    return SPELLED
        .matcher(text)
        .replaceAll(letters -> {
          String name = letters.group().replace(" ", "").toLowerCase(Locale.ROOT);
          return medicines.knows(name)
              ? Character.toUpperCase(name.charAt(0)) + name.substring(1)
              : Matcher.quoteReplacement(letters.group());
        });
  }

  private static Set<String> stems(String wordList) {
    List<String> words =
        Lexicon.entries("en/" + wordList).stream()
            .flatMap(line -> Arrays.stream(line.split(" +")))
            .toList();
    return Stems.setOf(words, NoteLanguage.ENGLISH);
  }
}
