package org.medicscribe.transcription.speech.embedded.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;
import org.medicscribe.transcription.speech.embedded.onnx.GreedyDecoder.Token;

/**
 * The pieces that Moonshine writes with, and how they join into words.
 *
 * <p>The list is Llama's: a piece starting with {@code ▁} starts a word, {@code <0xNN>} is a byte.
 */
final class TokenVocabulary {

  private static final String LITERAL = "llama_vocab_base64 = \"";
  private static final char WORD_START = '\u2581';
  private static final int CONTROL_TOKENS = 3;

  private final String[] pieces;

  private TokenVocabulary(String[] pieces) {
    this.pieces = pieces;
  }

  /** Reads the list out of llama-tokenizer-js, where it is one base64 string literal. */
  static TokenVocabulary fromScript(String script) {
    int start = script.indexOf(LITERAL) + LITERAL.length();
    int end = script.indexOf('"', start);
    if (start < LITERAL.length() || end < 0) {
      throw new IllegalArgumentException("no vocabulary in the tokenizer's script");
    }
    byte[] lines = Base64.getDecoder().decode(script.substring(start, end));
    return new TokenVocabulary(new String(lines, StandardCharsets.UTF_8).split("\n"));
  }

  /** Joins tokens into words; control tokens and unknown ones are left out. */
  List<HeardWord> words(List<Token> tokens) {
    var words = new ArrayList<HeardWord>();
    var word = new WordUnderConstruction();
    for (Token token : tokens) {
      if (token.id() < CONTROL_TOKENS || token.id() >= pieces.length) {
        continue;
      }
      String piece = pieces[token.id()];
      if (piece.charAt(0) == WORD_START) {
        word.endInto(words);
        piece = piece.substring(1);
      }
      word.add(piece, token.logProbability());
    }
    word.endInto(words);
    return words;
  }

  private static final class WordUnderConstruction {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private double sum;
    private int counted;
    private double sumOfAll;
    private int all;

    void add(String piece, double logProbability) {
      if (piece.length() == 6 && piece.startsWith("<0x")) {
        text.write(Integer.parseInt(piece, 3, 5, 16));
      } else {
        text.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
      }
      sumOfAll += logProbability;
      all++;
      // How sure the network is of a comma says nothing about the word before it.
      if (piece.chars().anyMatch(Character::isLetterOrDigit)) {
        sum += logProbability;
        counted++;
      }
    }

    void endInto(List<HeardWord> words) {
      String written = text.toString(StandardCharsets.UTF_8).strip();
      if (!written.isEmpty()) {
        words.add(new HeardWord(written, counted > 0 ? sum / counted : sumOfAll / all));
      }
      text.reset();
      sum = 0;
      counted = 0;
      sumOfAll = 0;
      all = 0;
    }
  }
}
