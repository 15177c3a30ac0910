package org.medicscribe.storage.proof;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfirmedSealsTest {

  private static final byte[] FORM = {1, 2, 3};

  private final ConfirmedSeals confirmed = new ConfirmedSeals();

  private static Seal seal(String keyId, int value) {
    return new Seal(keyId, new byte[] {(byte) value});
  }

  @Test
  void shouldKnowTheSameSealOverTheSameBytesOnly() {
    // When
    confirmed.add(seal("a", 1), FORM);

    // Then
    assertThat(confirmed.has(seal("a", 1), FORM.clone())).isTrue();
    assertThat(confirmed.has(seal("a", 1), new byte[] {1, 2, 4})).isFalse();
    assertThat(confirmed.has(seal("a", 2), FORM)).isFalse();
    assertThat(confirmed.has(seal("b", 1), FORM)).isFalse();
  }

  @Test
  void shouldForgetTheOldestRatherThanGrow() {
    // When
    for (int i = 0; i <= 10_000; i++) {
      confirmed.add(seal("a", 1), new byte[] {(byte) (i >> 8), (byte) i});
    }

    // Then
    assertThat(confirmed.has(seal("a", 1), new byte[] {0, 0})).isFalse();
    assertThat(confirmed.has(seal("a", 1), new byte[] {0, 1})).isTrue();
  }
}
