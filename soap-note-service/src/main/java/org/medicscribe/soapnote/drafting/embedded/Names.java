package org.medicscribe.soapnote.drafting.embedded;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.NoteEvent.TranscriptLine;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Lexicon;

/** What the patient is called in this visit, to be left out of the note. */
final class Names {

  private static final String TITLE = "(?:mister|mr|mrs|ms|miss)\\.? ";
  private static final String NAME = "((?!" + "the\\b|my\\b|your\\b|a\\b|an\\b)[a-z][a-z'-]{2,})";
  private static final List<Pattern> CALLED =
      List.of(
          Pattern.compile("(?i)\\b" + TITLE + NAME),
          Pattern.compile(
              "(?i)^(?:so |okay |ok |alright |and |well )?(?:hi|hello|hey|good (?:morning|afternoon|evening)),? (?:there,? )?"
                  + NAME
                  + "\\b(?: (?!how|it|good|nice|so|i|what)"
                  + NAME
                  + "(?= ?[,.?!]))?"),
          Pattern.compile(
              "(?i)\\b"
                  + NAME
                  + " (?:"
                  + NAME
                  + " )?is (?:a|an) (?:very |pleasant )*(?:\\d+|\\w+(?:[ -]\\w+)?)[ -]{1,3}(?:years?|months?)[ -]{1,3}old"),
          Pattern.compile(
              "(?i)^(?:so |okay |ok |alright |all right |well |and )*"
                  + NAME
                  + " (?:so )?i (?:see|understand|hear|heard|know) (?:here )?(?:that )?(?:you|your)\\b"),
          Pattern.compile(
              "(?i)\\b(?:thanks|thank you|bye|goodbye|take care|okay|alright),? (?!so\\b|very\\b|for\\b)"
                  + NAME
                  + " ?[.!?]?$"),
          Pattern.compile(
              "(?i)[,.] " + NAME + " ?[.?!,] (?:how are you|what brings|nice to|good to)"));

  /** Called out to somebody but nobody's name, and names that are words of every day besides. */
  private static final Set<String> NO_NAMES =
      Lexicon.entries("en/no-names.txt").stream()
          .flatMap(line -> Arrays.stream(line.split(" +")))
          .collect(Collectors.toUnmodifiableSet());

  private final Set<String> names;

  private Names(Set<String> names) {
    this.names = names;
  }

  static Names of(List<TranscriptLine> lines, ClinicalWords words) {
    Set<String> names = new HashSet<>();
    for (TranscriptLine line : lines) {
      String text = line.text().replace(" ,", ",").replace(" .", ".");
      for (Pattern pattern : CALLED) {
        Matcher called = pattern.matcher(text);
        while (called.find()) {
          for (int group = 1; group <= called.groupCount(); group++) {
            add(names, called.group(group), words);
          }
        }
      }
    }
    return new Names(names);
  }

  private static void add(Set<String> names, @Nullable String word, ClinicalWords words) {
    if (word != null) {
      String name = word.toLowerCase(Locale.ROOT);
      boolean everyday = NO_NAMES.contains(name) || FunctionWords.contains(name) || words.in(name);
      if (!everyday && !name.contains("'")) {
        names.add(name);
      }
    }
  }

  /** Without calling anybody by name; where a name is the subject, it is "patient". */
  String leftOutOf(String said) {
    String text = said;
    for (String name : names) {
      String any = "(?i)(?:" + TITLE + ")?(?<![\\w'-])" + Pattern.quote(name) + "(?![\\w-])";
      text =
          text.replaceAll("^" + any + "(?:'s)? ?, ", "")
              .replaceAll(",? " + any + "$", "")
              .replaceAll(", " + any + " ?(?=,)", "")
              .replaceAll("(?:" + any + ")'s\\b", "patient's")
              .replaceAll(any, "patient");
    }
    return names.isEmpty()
        ? text
        : text.replaceAll("(?i)\\bpatient(?: patient)+\\b", "patient").replaceAll("^[ ,]+", "");
  }

  @Override
  public String toString() {
    return "Names[" + names.size() + "]";
  }
}
