package org.medicscribe.audiofiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileKindTest {

  static Stream<Arguments> noRecordings() {
    return Stream.of(
        Arguments.of("PK\3\4....[Content_Types].xml....word/document.xml", "a Word document"),
        Arguments.of("PK\3\4....a.wav", "a ZIP archive"),
        Arguments.of("%PDF-1.7", "a PDF document"),
        Arguments.of("\u0089PNG\r\n\u001a\n", "a picture"),
        Arguments.of("\0\0\0\30ftypheic", "a picture"),
        Arguments.of("\n<!DOCTYPE html>", "a web page"),
        Arguments.of("Mrs Jones has chest pain", "a text"),
        Arguments.of("\3ds2\0\1\2\3\4", "a DSS dictation"),
        Arguments.of("\0\1\2\3\4\5\6\7\1\1\1", "no kind of recording that is known"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("noRecordings")
  void shouldNameWhatIsNoRecording(String beginning, String named) throws IOException {
    // When
    Refusal refusal = Heard.refusal(Riff.ascii(beginning));

    // Then
    assertThat(refusal.cause()).isEqualTo(Refusal.Cause.UNSUPPORTED);
    assertThat(refusal.sentence()).contains(named).doesNotContain("Jones");
  }

  @Test
  void shouldNameACompressedFileWhereThereIsNoDecoder() throws IOException {
    assertThat(Heard.refusal(Riff.ascii("OggS")).sentence()).contains("An Ogg file", "send WAV");
  }

  @Test
  void shouldSayThatNothingIsThere() throws IOException {
    assertThat(Heard.refusal(new byte[0]).cause()).isEqualTo(Refusal.Cause.EMPTY);
  }

  @Test
  void shouldSayThatARecordingIsVeryQuietOrSilent() throws IOException {
    // Given
    byte[] faint = new byte[32_000];
    for (int i = 0; i < faint.length; i += 4) {
      faint[i] = 20;
    }

    // Then
    assertThat(Heard.in(Riff.of(faint)).remarks()).containsExactly("very-quiet");
    assertThat(Heard.in(Riff.of(new byte[32_000])).remarks()).containsExactly("silent");
  }
}
