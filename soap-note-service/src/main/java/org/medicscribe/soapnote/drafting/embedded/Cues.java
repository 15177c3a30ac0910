package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the {@link CueClassifier}s look at. */
final class Cues {

  private static final String EDGE = "|";

  private Cues() {}

  /** Of the gap before {@code words[gap]}: does a sentence end there? */
  static List<String> ofGap(List<String> words, int gap) {
    String before = at(words, gap - 1);
    String after = at(words, gap);
    List<String> cues = new ArrayList<>(6);
    cues.add("<" + before);
    cues.add("<" + at(words, gap - 2) + " " + before);
    cues.add(">" + after);
    cues.add(">" + after + " " + at(words, gap + 1));
    cues.add(">" + after + " " + at(words, gap + 1) + " " + at(words, gap + 2));
    cues.add("=" + before + " " + after);
    return cues;
  }

  /** Of a sentence: is it a question? Its first words and its last tell most. */
  static List<String> ofShape(List<String> words) {
    List<String> cues = new ArrayList<>();
    cues.add("^" + at(words, 0));
    cues.add("^" + at(words, 0) + " " + at(words, 1));
    cues.add("^^" + at(words, 1) + " " + at(words, 2));
    cues.add("$" + at(words, words.size() - 1));
    for (int i = 0; i + 1 < words.size(); i++) {
      cues.add(words.get(i) + " " + words.get(i + 1));
    }
    cues.add(words.size() > 20 ? "long" : words.size() > 8 ? "middling" : "short");
    return cues;
  }

  /** Of what somebody says: who speaks like this? */
  static Set<String> ofVoice(List<String> words) {
    Set<String> cues = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      cues.add(words.get(i));
      cues.add(at(words, i - 1) + " " + words.get(i));
    }
    cues.add(words.size() > 20 ? "long" : words.size() > 4 ? "middling" : "short");
    return cues;
  }

  private static String at(List<String> words, int index) {
    return index < 0 || index >= words.size() ? EDGE : words.get(index);
  }
}
