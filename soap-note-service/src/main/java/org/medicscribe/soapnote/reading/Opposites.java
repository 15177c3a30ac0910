package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;

/**
 * Words that say the opposite of each other: stop and start, mild and severe. The lists are {@code
 * lexicon/en/opposites.txt} and {@code lexicon/es/opposites.txt}.
 */
public final class Opposites {

  /**
   * A word of one side of a pair.
   *
   * @param pair the same for both sides
   * @param first whether it is the side named first
   * @param telling whether nobody may write it unless somebody says so
   * @param from the place of its first word
   * @param to the place after its last
   */
  public record Side(String pair, boolean first, boolean telling, int from, int to) {
    public boolean isOppositeOf(Side other) {
      return pair.equals(other.pair) && first != other.first;
    }
  }

  private record Name(String pair, boolean first, boolean telling) {}

  /** Nothing to do with "extreme" and "severe" but their stems. */
  private static final Set<String> SAME_STEM_ONLY = Set.of("extremity", "extremities", "several");

  private final Names<Name> names = Names.byStem();

  private Opposites() {}

  public static Opposites fromWordLists() {
    Opposites opposites = new Opposites();
    for (NoteLanguage language : NoteLanguage.values()) {
      int line = 0;
      for (String entry : Lexicon.entries(language.tag() + "/opposites.txt")) {
        String[] sides = entry.split("\\|", 2);
        opposites.add(language, sides[0], language.tag() + line, true);
        opposites.add(language, sides[1], language.tag() + line, false);
        line++;
      }
    }
    return opposites;
  }

  private void add(NoteLanguage language, String side, String pair, boolean first) {
    Name name = new Name(pair, first, side.contains("!"));
    for (String word : side.replace("!", "").split(",")) {
      names.add(language, word, name);
    }
  }

  /** Every word of a pair; a longer name hides the shorter ones within it. */
  public List<Side> in(List<String> words) {
    List<Side> sides = new ArrayList<>();
    List<Names.Found<Name>> found = names.in(words);
    for (Names.Found<Name> each : found) {
      if (SAME_STEM_ONLY.contains(words.get(each.from()))) {
        continue;
      }
      boolean hidden =
          found.stream()
              .anyMatch(other ->
                  other.from() <= each.from()
                      && each.to() <= other.to()
                      && other.to() - other.from() > each.to() - each.from());
      if (!hidden) {
        Name name = each.thing();
        sides.add(new Side(name.pair(), name.first(), name.telling(), each.from(), each.to()));
      }
    }
    return sides;
  }
}
