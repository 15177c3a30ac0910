package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.NoteEvent.TranscriptLine;

/** What one side says until the other takes over, with the listener's "mm-hmm" left out. */
record Turn(SpeakerSide side, @Nullable String speaker, List<Token> tokens) {

  private static final Set<String> LISTENING =
      Set.of(
          "mm-hmm", "mhm", "mm", "hmm", "mmhmm", "uh-huh", "okay", "ok", "yeah", "sure", "right",
          "alright", "all", "yep", "gotcha", "uh", "um", "great", "good", "perfect", "wow");

  Turn {
    tokens = List.copyOf(tokens);
  }

  /** The turns of a transcript whose lines are spoken by these sides. */
  static List<Turn> of(List<TranscriptLine> lines, List<SpeakerSide> sides) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      List<Token> tokens = Token.of(lines.get(i).text(), i);
      if (tokens.isEmpty()) {
        continue;
      }
      Turn next = new Turn(sides.get(i), lines.get(i).speaker(), tokens);
      int open = openTurnOf(next, turns);
      if (open < 0) {
        turns.add(next);
      } else {
        turns.subList(open + 1, turns.size()).clear();
        turns.set(open, turns.get(open).and(next));
      }
    }
    return turns;
  }

  /** The last turn if the same side has it, or had it and was only listened to since; else -1. */
  private static int openTurnOf(Turn next, List<Turn> turns) {
    int last = turns.size() - 1;
    if (last >= 0 && turns.get(last).isBy(next)) {
      return last;
    }
    boolean listenedTo =
        last >= 1 && turns.get(last).isListening() && turns.get(last - 1).isUnfinished();
    return listenedTo && turns.get(last - 1).isBy(next) ? last - 1 : -1;
  }

  private boolean isBy(Turn other) {
    return side == other.side && Objects.equals(speaker, other.speaker);
  }

  private Turn and(Turn next) {
    List<Token> both = new ArrayList<>(tokens);
    if (isUnfinished()) {
      both.removeIf(token -> token.isStop() && token.equals(tokens.getLast()));
      next.tokens.stream().dropWhile(Token::isMark).forEach(both::add);
    } else {
      both.addAll(next.tokens);
    }
    return new Turn(side, speaker, both);
  }

  private boolean isUnfinished() {
    return tokens.getLast().isBrokenOff();
  }

  private boolean isListening() {
    return tokens.stream().allMatch(token -> token.isMark() || LISTENING.contains(token.lower()));
  }

  @Override
  public String toString() {
    return "Turn[" + side + ", tokens=" + tokens.size() + "]";
  }
}
