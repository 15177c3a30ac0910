package org.medicscribe.soapnote.verification;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.medicscribe.soapnote.note.Sentence;
import org.medicscribe.soapnote.reading.FunctionWords;
import org.medicscribe.soapnote.reading.Opposites;
import org.medicscribe.soapnote.reading.Opposites.Side;
import org.medicscribe.soapnote.reading.Stems;

/**
 * The statement does not say the opposite of what was said: stop for start, worse for better,
 * severe for mild, abnormal for normal. What was said is looked for beside the words that stand
 * beside it in the statement. A word like "stop" or "severe" that nobody said is a doubt.
 */
final class OppositesAgree implements VerificationRule {

  /** So far from a word stand those that it is about. */
  private static final int NEAR = 6;

  /** In a visit that is one long line, words far apart have nothing to do with each other. */
  private static final int FAR = 40;

  private enum Heard {
    SAME_WORD,
    SAME,
    OPPOSITE,
    NEITHER
  }

  private final Opposites opposites;

  OppositesAgree(Opposites opposites) {
    this.opposites = opposites;
  }

  @Override
  public String name() {
    return "opposites-agree";
  }

  @Override
  public List<Objection> check(Claim claim) {
    List<Side> written = opposites.in(claim.words());
    if (written.isEmpty() || claim.quoted().isEmpty()) {
      return List.of();
    }
    List<Row> quoted =
        claim.quoted().stream().map(s -> row(claim.visit().meant(s), claim)).toList();
    List<Row> around = claim.context().stream().map(sentence -> row(sentence, claim)).toList();
    Map<List<Integer>, List<Side>> byPlace = new LinkedHashMap<>();
    written.forEach(side ->
        byPlace.computeIfAbsent(List.of(side.from(), side.to()), p -> new ArrayList<>()).add(side));
    List<Objection> objections = new ArrayList<>();
    byPlace
        .values()
        .forEach(sides -> {
          List<Heard> heard =
              sides.stream().map(side -> heard(side, claim, quoted, around)).toList();
          String words =
              String.join(
                  " ", claim.words().subList(sides.getFirst().from(), sides.getFirst().to()));
          if (heard.contains(Heard.SAME_WORD)) {
            return;
          }
          if (heard.contains(Heard.OPPOSITE)) {
            objections.add(Objection.failure(words));
          } else if (!heard.contains(Heard.SAME) && sides.stream().allMatch(Side::telling)) {
            objections.add(Objection.doubt(words));
          }
        });
    return objections;
  }

  private record Row(List<String> stems, List<Side> sides) {}

  private Row row(Sentence sentence, Claim claim) {
    return new Row(Stems.of(sentence.words(), claim.language()), opposites.in(sentence.words()));
  }

  /** What the quoted sentences say counts before the rest of their lines. */
  private static Heard heard(Side side, Claim claim, List<Row> quoted, List<Row> around) {
    Heard heard = heard(side, claim, quoted);
    return heard == Heard.NEITHER ? heard(side, claim, around) : heard;
  }

  /** The side that stands nearest to a word which stands beside this one in the statement. */
  private static Heard heard(Side side, Claim claim, List<Row> rows) {
    Set<String> beside = beside(side, claim);
    boolean word = false;
    int same = Integer.MAX_VALUE;
    int opposite = Integer.MAX_VALUE;
    for (Row row : rows) {
      for (Side said : row.sides()) {
        if (!said.pair().equals(side.pair())) {
          continue;
        }
        int distance = row.stems().size() <= FAR ? FAR : Integer.MAX_VALUE;
        for (int at = 0; at < row.stems().size(); at++) {
          boolean itself = at >= said.from() && at < said.to();
          if (!itself && beside.contains(row.stems().get(at))) {
            distance = Math.min(distance, at < said.from() ? said.from() - at : at - said.to() + 1);
          }
        }
        boolean sameWord = isSameWord(side, claim, said, row);
        if (sameWord) {
          distance = Math.max(0, distance - NEAR);
        }
        if (said.first() == side.first()) {
          word = distance < same ? sameWord : word;
          same = Math.min(same, distance);
        } else {
          opposite = Math.min(opposite, distance);
        }
      }
    }
    if (Math.min(same, opposite) > FAR) {
      return Heard.NEITHER;
    }
    if (same > opposite) {
      return Heard.OPPOSITE;
    }
    return word ? Heard.SAME_WORD : Heard.SAME;
  }

  private static boolean isSameWord(Side side, Claim claim, Side said, Row row) {
    List<String> written =
        Stems.of(claim.words().subList(side.from(), side.to()), claim.language());
    return row.stems().subList(said.from(), said.to()).equals(written);
  }

  private static Set<String> beside(Side side, Claim claim) {
    List<String> words = claim.words();
    List<String> near = new ArrayList<>();
    for (int at = Math.max(0, side.from() - NEAR);
        at < Math.min(words.size(), side.to() + NEAR);
        at++) {
      if (at < side.from() || at >= side.to()) {
        near.add(words.get(at));
      }
    }
    return new HashSet<>(Stems.of(FunctionWords.removedFrom(near), claim.language()));
  }
}
