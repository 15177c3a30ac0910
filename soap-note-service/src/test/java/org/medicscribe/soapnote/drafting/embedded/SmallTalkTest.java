package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will, thank you, doctor",
        "I'll do that, thanks a lot",
        "we will, and thank you so much for your help",
        "will do, doc",
        "sure, see you next week",
        "yes, great, thank you for everything, have a good weekend"
      })
  void shouldKnowCourtesies(String said) {
    assertThat(SmallTalk.is(said)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I will stop the ibuprofen",
        "I'll try to walk more",
        "yes, and my knee too",
        "good when I lie down",
        "fine until the next week came"
      })
  void shouldKeepWhatIsSaidPolitely(String said) {
    assertThat(SmallTalk.is(said)).isFalse();
  }
}
