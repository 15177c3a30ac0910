package org.medicscribe.transcription.speech.deepgram;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Keeps key terms within the provider's limit of 500 tokens, most important first; beyond it the
 * connection is refused.
 */
final class KeyTerms {

  static final int MAX_TOKENS = 500;

  private KeyTerms() {}

  static List<String> withinLimit(List<String> terms) {
    List<String> kept = new ArrayList<>();
    int tokens = 0;
    for (String term : new LinkedHashSet<>(terms)) {
      tokens += tokens(term);
      if (tokens > MAX_TOKENS) {
        break;
      }
      if (!term.isBlank()) {
        kept.add(term.strip());
      }
    }
    return kept;
  }

  /**
   * Estimated from above: the tokenizer is not public, and even the names of drugs have more than
   * two letters a token.
   */
  private static int tokens(String term) {
    return (term.getBytes(StandardCharsets.UTF_8).length + 1) / 2;
  }
}
