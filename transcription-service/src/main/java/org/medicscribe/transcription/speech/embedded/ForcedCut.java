package org.medicscribe.transcription.speech.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;

/**
 * Mends the text where long talk was cut for its length: Moonshine ends every piece with a full
 * stop and begins the next with a capital.
 */
final class ForcedCut {

  /** Words that are no names, so that their capital can only come from the cut. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "A", "About", "After", "An", "And", "Any", "Are", "As", "At", "Be", "Because", "Before",
          "But", "By", "Can", "For", "From", "Had", "Has", "Have", "He", "Her", "His", "If", "In",
          "Is", "It", "It's", "My", "No", "Not", "Of", "On", "Or", "Our", "She", "So", "Than",
          "That", "The", "Their", "Then", "There", "They", "This", "To", "Was", "We", "Were",
          "What", "When", "Which", "Who", "With", "You", "Your");

  private ForcedCut() {}

  /** The piece before a cut. */
  static List<HeardWord> withoutFullStop(List<HeardWord> words) {
    if (words.isEmpty() || !words.getLast().text().endsWith(".")) {
      return words;
    }
    var mended = new ArrayList<>(words);
    String last = words.getLast().text();
    mended.set(words.size() - 1, withText(words.getLast(), last.substring(0, last.length() - 1)));
    return mended;
  }

  /** The piece after a cut. */
  static List<HeardWord> withoutCapital(List<HeardWord> words) {
    if (words.isEmpty() || !NO_NAMES.contains(words.getFirst().text())) {
      return words;
    }
    var mended = new ArrayList<>(words);
    mended.set(0, withText(words.getFirst(), words.getFirst().text().toLowerCase(Locale.ROOT)));
    return mended;
  }

  private static HeardWord withText(HeardWord word, String text) {
    return new HeardWord(text, word.logProbability());
  }
}
