package org.medicscribe.soapnote.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;

/**
 * Finds what a speaker takes back: in "forty milligrams, sorry, thirty milligrams" the forty. After
 * a cue ({@code lexicon/en/taken-back.txt}) comes something of a sort (a number, a side, a day, a
 * medicine, a thing to do); what was named of that sort shortly before it is withdrawn.
 */
public final class Retractions {

  private static final int WORDS_BETWEEN = 7;
  private static final int WORDS_AFTER = 4;
  private static final Set<String> SIDES =
      Set.of("left", "right", "izquierdo", "izquierda", "derecho", "derecha");

  /** "No more than four" limits, it takes nothing back. */
  private static final Set<String> LIMITING =
      Set.of(
          "more", "less", "longer", "fewer", "later", "sooner", "greater", "earlier", "mas",
          "menos");

  private record Cue(List<String> words) {}

  /** Something that can be said wrongly. */
  private record Slip(String sort, String name, int from, int to) {}

  private final List<Cue> cues = new ArrayList<>();
  private final Medicines medicines;
  private final Concepts concepts;

  public Retractions(Medicines medicines, Concepts concepts) {
    this.medicines = medicines;
    this.concepts = concepts;
    for (NoteLanguage language : NoteLanguage.values()) {
      Lexicon.entries(language.tag() + "/taken-back.txt")
          .forEach(entry -> cues.add(new Cue(PlainWords.of(entry))));
    }
  }

  /** The places of the words that were taken back, and of those that take them back. */
  public BitSet in(List<String> words) {
    BitSet withdrawn = new BitSet();
    List<Slip> slips = null;
    for (int at = 1; at < words.size(); at++) {
      int behind = behindCues(words, at);
      if (behind > at) {
        slips = Objects.requireNonNullElseGet(slips, () -> slips(words));
        withdraw(words, slips, at, behind, withdrawn);
        at = behind - 1;
      }
    }
    return withdrawn;
  }

  private int behindCues(List<String> words, int from) {
    int at = from;
    boolean further = true;
    while (further) {
      further = false;
      for (Cue cue : cues) {
        int end = at + cue.words().size();
        boolean limits = end < words.size() && LIMITING.contains(words.get(end));
        if (end <= words.size() && !limits && words.subList(at, end).equals(cue.words())) {
          at = end;
          further = true;
          break;
        }
      }
    }
    return at;
  }

  private static void withdraw(
      List<String> words, List<Slip> slips, int cue, int behind, BitSet withdrawn) {
    Optional<Slip> meant =
        slips.stream()
            .filter(slip -> slip.from() >= behind && slip.from() <= behind + WORDS_AFTER)
            .filter(slip ->
                words.subList(behind, slip.from()).stream().allMatch(FunctionWords::contains))
            .findFirst();
    meant.ifPresent(right ->
        slips.stream()
            .filter(slip -> slip.to() <= cue && cue - slip.to() <= WORDS_BETWEEN)
            .filter(slip -> slip.sort().equals(right.sort()) && !slip.name().equals(right.name()))
            .reduce((earlier, later) -> later)
            .ifPresent(wrong -> {
              withdrawn.set(wrong.from(), wrong.to());
              withdrawn.set(cue, behind);
            }));
  }

  private List<Slip> slips(List<String> words) {
    List<Slip> slips = new ArrayList<>();
    for (NoteLanguage language : NoteLanguage.values()) {
      for (Quantity quantity : Quantities.in(words, language)) {
        slips.add(
            new Slip(
                "number", quantity.number().readings().toString(), quantity.from(), quantity.to()));
      }
      TimeExpressions.in(words, language).stream()
          .filter(time -> time.to() == time.from() + 1)
          .forEach(time ->
              slips.add(new Slip("time", time.readings().toString(), time.from(), time.to())));
    }
    for (int at = 0; at < words.size(); at++) {
      if (SIDES.contains(words.get(at))) {
        slips.add(new Slip("side", words.get(at), at, at + 1));
      }
    }
    medicines
        .in(words)
        .forEach(each -> slips.add(new Slip("medicine", each.substance(), each.from(), each.to())));
    for (Concepts.Mention mention : concepts.in(words)) {
      String name = String.join(" ", words.subList(mention.from(), mention.to()));
      for (Concepts.Kind kind :
          List.of(Concepts.Kind.BODY, Concepts.Kind.PLAN, Concepts.Kind.KIN)) {
        if (mention.isOf(kind)) {
          slips.add(new Slip(kind.name(), name, mention.from(), mention.to()));
        }
      }
    }
    slips.sort((one, other) -> Integer.compare(one.from(), other.from()));
    return slips;
  }
}
