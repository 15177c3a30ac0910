package org.medicscribe.simulators.deepgram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words heard in audio that is no ruler, one after the other as voice goes on.
 *
 * <p>A line is a turn, and may begin with its speaker: {@code 1: Where does it hurt?} When the
 * script is at its end, and without one, the words are {@code voice0001}, {@code voice0002}, ...:
 * the simulator never claims to have understood.
 */
public record Script(List<Word> words) {

  public static final Script NONE = new Script(List.of());

  private static final Pattern LINE = Pattern.compile("\\s*(?:(\\d{1,3})\\s*:)?\\s*(.*)");

  /** One word of it, as it is written. */
  public record Word(String text, int speaker, boolean endsTurn) {}

  public Script {
    words = List.copyOf(words);
  }

  public static Script of(List<String> lines) {
    List<Word> words = new ArrayList<>();
    for (String line : lines) {
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches() && !matcher.group(2).isBlank()) {
        int speaker = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
        String[] turn = matcher.group(2).strip().split("\\s+");
        for (int i = 0; i < turn.length; i++) {
          words.add(new Word(turn[i], speaker, i == turn.length - 1));
        }
      }
    }
    return new Script(words);
  }

  public static Script read(Path file) throws IOException {
    return of(Files.readAllLines(file));
  }

  /** The {@code index}-th word of a stream. */
  Word word(int index) {
    return index < words.size()
        ? words.get(index)
        : new Word("voice%04d".formatted(index - words.size() + 1), 0, false);
  }
}
