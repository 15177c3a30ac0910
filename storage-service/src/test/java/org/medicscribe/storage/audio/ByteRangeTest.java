package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  static Stream<Arguments> parts() {
    return Stream.of(
        Arguments.of("bytes=0-0", 0, 0),
        Arguments.of("bytes=0-499", 0, 499),
        Arguments.of("bytes=500-", 500, 999),
        Arguments.of("bytes=500-5000", 500, 999),
        Arguments.of("bytes=-300", 700, 999),
        Arguments.of("bytes=-5000", 0, 999),
        Arguments.of("bytes= 1 - 2 ", 1, 2));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parts")
  void shouldReadASingleRange(String header, long first, long last) {
    assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Part(first, last));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=-0", "bytes=99999999999-"})
  void shouldFindNothingBeyondTheEnd(String header) {
    assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Unsatisfiable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"bytes=2-1", "bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", "bytes=0", ""})
  void shouldIgnoreWhatIsNotASingleRange(String header) {
    assertThat(ByteRange.of(header, 1000)).isEqualTo(new ByteRange.Whole());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=%s-1", "bytes=%s", "bytes=1-%s", "bytes=-%s", "bytes=%sx"})
  void shouldReadALongHeaderOnce(String form) {
    for (String filling : new String[] {" ", "\t", "1", "-"}) {
      String header = form.formatted(filling.repeat(2_000_000));
      assertTimeout(Duration.ofSeconds(2), () -> ByteRange.of(header, 1000));
    }
  }

  @Test
  void shouldServeAllWithoutARange() {
    assertThat(ByteRange.of(null, 1000)).isEqualTo(new ByteRange.Whole());
  }
}
