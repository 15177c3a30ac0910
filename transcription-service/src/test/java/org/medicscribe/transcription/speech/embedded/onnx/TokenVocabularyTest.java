package org.medicscribe.transcription.speech.embedded.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.speech.embedded.Transcription.HeardWord;
import org.medicscribe.transcription.speech.embedded.onnx.GreedyDecoder.Token;

class TokenVocabularyTest {

  private static final String PIECES =
      String.join(
          "\n",
          "<unk>",
          "<s>",
          "</s>",
          "\u2581blood",
          "\u2581press",
          "ure",
          ".",
          "<0xC3>",
          "<0xA9>",
          "\u2581caf");

  private final TokenVocabulary vocabulary =
      TokenVocabulary.fromScript(
          "x; llama_vocab_base64 = \""
              + Base64.getEncoder().encodeToString(PIECES.getBytes(StandardCharsets.UTF_8))
              + "\"; y");

  @Test
  void shouldJoinPiecesIntoWords() {
    assertThat(text(3, 4, 5, 6)).containsExactly("blood", "pressure.");
  }

  @Test
  void shouldJoinBytesIntoCharacters() {
    assertThat(text(9, 7, 8)).containsExactly("caf\u00e9");
  }

  @Test
  void shouldLeaveControlTokensAndUnknownOnesOut() {
    assertThat(text(1, 3, 2, 32_767)).containsExactly("blood");
    assertThat(text()).isEmpty();
  }

  @Test
  void shouldJudgeAWordByItsLettersOnly() {
    // When
    List<HeardWord> words =
        vocabulary.words(List.of(new Token(4, -0.2), new Token(5, -0.4), new Token(6, -3)));

    // Then
    assertThat(words.getFirst().logProbability()).isCloseTo(-0.3, within(1e-9));
  }

  @Test
  void shouldRefuseAScriptWithoutAVocabulary() {
    assertThatThrownBy(() -> TokenVocabulary.fromScript("nothing"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private List<String> text(int... ids) {
    return vocabulary
        .words(java.util.Arrays.stream(ids).mapToObj(id -> new Token(id, -0.1)).toList())
        .stream()
        .map(HeardWord::text)
        .toList();
  }
}
