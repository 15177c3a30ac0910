package org.medicscribe.soapnote.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.events.NoteEvent.TranscriptLine;

/**
 * One spoken sentence.
 *
 * @param position its place among all sentences of the transcript
 * @param words as {@link PlainWords} reads them
 */
public record Sentence(
    int position, TranscriptLine line, String text, List<String> words, boolean question) {

  private static final Pattern END = Pattern.compile("(?<=[.?!…])\\s+");

  private static final Set<String> TAGS =
      Set.of("okay", "ok", "right", "alright", "vale", "verdad");

  /** "Is it okay?" asks. */
  private static final int LONGEST_TAG_ALONE = 4;

  public Sentence {
    words = List.copyOf(words);
  }

  static List<Sentence> of(TranscriptLine line, int firstPosition) {
    List<Sentence> sentences = new ArrayList<>();
    for (String text : END.split(line.text())) {
      List<String> words = PlainWords.of(text);
      if (!words.isEmpty()) {
        int position = firstPosition + sentences.size();
        boolean question = text.stripTrailing().endsWith("?") && !isTagged(words);
        sentences.add(new Sentence(position, line, text.strip(), words, question));
      }
    }
    return sentences;
  }

  /** "You have a strain, okay?" tells; it does not ask. */
  private static boolean isTagged(List<String> words) {
    return words.size() > LONGEST_TAG_ALONE && TAGS.contains(words.getLast());
  }

  /** This sentence, read as these words. */
  public Sentence withWords(List<String> others) {
    return others.equals(words)
        ? this
        : new Sentence(position, line, String.join(" ", others), others, question);
  }

  /** Whether the same person says both; unknown voices are never the same. */
  public boolean isBySpeakerOf(Sentence other) {
    return line.segment().equals(other.line.segment())
        || (line.speaker() != null && Objects.equals(line.speaker(), other.line.speaker()));
  }

  @Override
  public String toString() {
    return "Sentence[" + position + ", " + line.segment() + "]";
  }
}
