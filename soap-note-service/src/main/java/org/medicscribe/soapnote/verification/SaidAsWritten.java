package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.medicscribe.soapnote.note.PlainWords;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Quantities;
import org.medicscribe.soapnote.reading.Stems;

/**
 * A statement that only repeats its evidence, word by word and every denial with it, denies what
 * was denied and tells what was told, whatever a reader of clauses makes of it. Persons, numbers
 * and grammar may differ.
 */
final class SaidAsWritten {

  private static final String DENIAL = "-";
  private static final String NEVER = "--";
  private static final String TURN = "|";
  private static final String END = "";
  private static final Set<String> TURNS =
      Set.of(
          "but",
          "however",
          "although",
          "though",
          "except",
          "just",
          "only",
          "other",
          "pero",
          "aunque",
          "excepto",
          "solo");
  private static final Pattern HEADING =
      Pattern.compile("^(?:[^\"]*\"[^\"]*\\?\"[^\":]*|[^\":.;]{1,60}):");

  /** Words that tell; a denial so far before or behind belongs to what is repeated. */
  private static final int BEFORE = 4;

  private static final int BEHIND = 2;

  /** Words that tell and are said, but not written. */
  private static final int LEFT_OUT = 2;

  private final Claim claim;

  SaidAsWritten(Claim claim) {
    this.claim = claim;
  }

  boolean holds() {
    List<String> written = row(PlainWords.of(HEADING.matcher(claim.text()).replaceFirst("")));
    List<String> said = new ArrayList<>();
    for (Sentence sentence : claim.quoted()) {
      if (!claim.visit().isQuestion(sentence)) {
        said.addAll(row(claim.visit().meant(sentence).words()));
        said.add(END);
      }
    }
    for (int from = 0; !written.isEmpty() && from < said.size(); from++) {
      if (isRepeated(written, said, from)) {
        return true;
      }
    }
    return false;
  }

  /** Hardly a word is left out, and nothing that denies or turns, here or close by. */
  private static boolean isRepeated(List<String> written, List<String> said, int from) {
    int at = from;
    int leftOut = 0;
    for (int place = 0; place < written.size(); place++) {
      String word = written.get(place);
      boolean afterDenial = place > 0 && isTurn(written.get(place - 1));
      while (at < said.size() && !said.get(at).equals(word)) {
        boolean turns = isTurn(said.get(at)) || afterDenial || isTurn(word);
        leftOut += said.get(at).equals(END) ? 0 : 1;
        if (at == from || turns && !said.get(at).equals(END) || leftOut > LEFT_OUT) {
          return false;
        }
        at++;
      }
      if (at == said.size()) {
        return false;
      }
      at++;
    }
    List<String> before = said.subList(Math.max(0, from - BEFORE), from);
    List<String> behind = said.subList(at, Math.min(said.size(), at + BEHIND));
    int end = behind.indexOf(END);
    return before.subList(before.lastIndexOf(END) + 1, before.size()).stream()
            .noneMatch(SaidAsWritten::isDenial)
        && (end < 0 ? behind : behind.subList(0, end)).stream().noneMatch(SaidAsWritten::isDenial);
  }

  private static boolean isDenial(String token) {
    return token.equals(DENIAL) || token.equals(NEVER);
  }

  private static boolean isTurn(String token) {
    return isDenial(token) || token.equals(TURN);
  }

  private List<String> row(List<String> words) {
    List<String> row = new ArrayList<>();
    for (String word : words.subList(Denials.opening(words), words.size())) {
      String token = tokenOf(word);
      if (!token.isEmpty() && (row.isEmpty() || !row.getLast().equals(token))) {
        row.add(token);
      }
    }
    return row;
  }

  private String tokenOf(String word) {
    if (TURNS.contains(word)) {
      return TURN;
    }
    if (Denials.isNever(word)) {
      return NEVER;
    }
    if (Denials.denies(word)) {
      return DENIAL;
    }
    return FunctionWords.contains(word) || Quantities.isNumber(word)
        ? ""
        : Stems.of(List.of(word), claim.language()).getFirst();
  }

  @Override
  public String toString() {
    return "SaidAsWritten[" + claim + "]";
  }
}
