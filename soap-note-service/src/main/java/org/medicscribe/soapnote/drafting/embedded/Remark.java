package org.medicscribe.soapnote.drafting.embedded;

import java.util.ArrayList;
import java.util.List;

/**
 * What one speaker said in one go, as far as a full stop would reach. May run over several lines of
 * the transcript.
 */
record Remark(List<Token> tokens, SpeakerSide side, boolean question) {

  Remark {
    tokens = List.copyOf(tokens);
  }

  List<String> words() {
    return tokens.stream().filter(token -> !token.isMark()).map(Token::lower).toList();
  }

  Remark and(Remark next) {
    List<Token> both = new ArrayList<>(tokens);
    both.removeIf(Token::isStop);
    both.add(
        new Token(",", tokens.getLast().line(), tokens.getLast().end(), tokens.getLast().end()));
    both.addAll(next.tokens);
    return new Remark(both, side, next.question);
  }

  int firstLine() {
    return tokens.getFirst().line();
  }

  int lastLine() {
    return tokens.getLast().line();
  }

  @Override
  public String toString() {
    return "Remark[tokens=" + tokens.size() + ", " + side + "]";
  }
}
