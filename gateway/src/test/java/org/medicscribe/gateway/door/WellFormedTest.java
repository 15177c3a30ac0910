package org.medicscribe.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WellFormedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/api/encounters?q=a+b", "/api/encounters?q=%C3%A9&x=%F0%9F%98%80", "/a%20b"})
  void shouldTakeAnAddressThatCanBeDecoded(String uri) {
    assertThat(WellFormed.canBeDecoded(uri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?q=%00",
        "/?q=%",
        "/?q=%2",
        "/?q=%zz",
        "/?q=%ff",
        "/%c3%28",
        "/?q=\u00e9",
        "/a b"
      })
  void shouldRefuseOneThatCannot(String uri) {
    assertThat(WellFormed.canBeDecoded(uri)).isFalse();
  }
}
