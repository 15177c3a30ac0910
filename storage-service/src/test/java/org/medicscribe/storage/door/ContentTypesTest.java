package org.medicscribe.storage.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json; charset=utf-8",
        "application/json;",
        "Text/Plain",
        "application/problem+json",
        "*/*"
      })
  void shouldReadAType(String header) {
    assertThat(ContentTypes.isReadable(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b/c", "a", "/", "application/", "/json", "", " ", "ä/ö", "a b/c", ";"})
  void shouldRefuseWhatIsNone(String header) {
    assertThat(ContentTypes.isReadable(header)).isFalse();
  }

  @Test
  void shouldLetARequestWithoutATypePass() {
    assertThat(ContentTypes.isReadable(null)).isTrue();
  }
}
