package org.medicscribe.gateway.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

  private static boolean isIt(String text) {
    return StrictJson.isIt(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "\"a\"",
        " {\"patientLabel\":\"Ana Mar\u00eda \ud83d\ude00\",\"keyTerms\":[\"a\",\"a\"]} ",
        "{\"a\":{\"text\":\"x\"},\"b\":{\"text\":\"x\"}}",
        "-1.5e10"
      })
  void shouldTakeWhatEverybodyUnderstands(String text) {
    assertThat(isIt(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{}{}",
        "{} x",
        "{\"text\":\"a\",\"text\":\"b\"}",
        "{\"text\":\"a\\u0000b\"}",
        "{\"a\\u0000\":1}",
        "{\"text\":\"\\ud800\"}",
        "{'text':1}",
        "NaN",
        "01"
      })
  void shouldRefuseWhatOnlySomeDo(String text) {
    assertThat(isIt(text)).isFalse();
  }

  @Test
  void shouldRefuseWhatHasNoEnd() {
    assertThat(isIt("[".repeat(65) + "]".repeat(65))).isFalse();
    assertThat(isIt("9".repeat(1_000))).isFalse();
    assertThat(isIt("[".repeat(60) + "]".repeat(60))).isTrue();
  }

  @Test
  void shouldRefuseWhatIsNoUtf8() {
    assertThat(StrictJson.isIt(new byte[] {'"', (byte) 0xc3, 0x28, '"'})).isFalse();
    assertThat(StrictJson.isIt("{}".getBytes(StandardCharsets.UTF_16))).isFalse();
  }
}
