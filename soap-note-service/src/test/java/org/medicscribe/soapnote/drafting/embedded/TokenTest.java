package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenTest {

  @Test
  void shouldJoinWhatTranscriptsWriteApart() {
    // When
    List<Token> tokens = Token.of("i do n't know , i 'm gon na see", 0);
    // Then
    assertThat(tokens).extracting(Token::text).startsWith("i", "don't", "know", ",", "i");
    assertThat(tokens).extracting(Token::text).contains("gonna");
  }

  @Test
  void shouldKeepNumbersAndUnitsWhole() {
    assertThat(Token.of("BP 130/80, 98.6 degrees, 1+ edema, 45%, x-ray.", 0))
        .extracting(Token::text)
        .contains("130/80", "98.6", "1+", "45%", "x-ray", ".");
  }

  @Test
  void shouldPointAtTheVeryCharacters() {
    // Given
    String line = "Well, I do n't smoke.";
    // When
    List<Token> tokens = Token.of(line, 0);
    // Then
    assertThat(tokens)
        .filteredOn(token -> token.text().equals("don't"))
        .singleElement()
        .satisfies(t -> assertThat(line.substring(t.start(), t.end())).isEqualTo("do n't"));
  }
}
