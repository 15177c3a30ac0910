package org.medicscribe.soapnote.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A word list of this service: one entry a line, {@code #} starts a comment. */
public final class Lexicon {

  private Lexicon() {}

  /**
   * @param name the file under {@code /lexicon}
   */
  public static List<String> entries(String name) {
    try (InputStream in = Lexicon.class.getResourceAsStream("/lexicon/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no word list " + name);
      }
      try (Stream<String> lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()) {
        return lines.map(String::strip).filter(Lexicon::isEntry).toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the word list " + name + " cannot be read", e);
    }
  }

  /**
   * The words of one kind, of a list whose lines are {@code kind: word, word}.
   *
   * @param name the file under {@code /lexicon}
   */
  public static Set<String> words(String name, String kind) {
    return entries(name).stream()
        .filter(line -> line.startsWith(kind + ":"))
        .flatMap(line -> Arrays.stream(line.substring(kind.length() + 1).split(",")))
        .map(String::strip)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isEntry(String line) {
    return !line.isEmpty() && !line.startsWith("#");
  }
}
