package org.medicscribe.storage.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeysTest {

  private static final String OLD = line(1);
  private static final String NEW = line(2);
  private static final byte[] FORM = SealedForm.of("NOTE", List.of("Amoxicillin 500 mg."));

  private static String line(int filling) {
    byte[] seed = new byte[SigningKeys.BYTES];
    Arrays.fill(seed, (byte) filling);
    return Base64.getEncoder().encodeToString(seed);
  }

  @Test
  void shouldConfirmWhatItSealedAndNothingElse() {
    // Given
    SigningKeys keys = SigningKeys.of(List.of(OLD));

    // When
    Seal seal = keys.seal(FORM);

    // Then
    assertThat(keys.confirm(seal, FORM)).isTrue();
    assertThat(keys.confirm(seal, SealedForm.of("NOTE", List.of("Amoxicillin 100 mg.")))).isFalse();
    assertThat(SigningKeys.of(List.of(NEW)).confirm(seal, FORM)).isFalse();
  }

  @Test
  void shouldGoOnConfirmingWhatAnOlderKeyMade() {
    // Given
    SigningKeys before = SigningKeys.of(List.of(OLD));

    // When a new key was put on top
    SigningKeys after = SigningKeys.of(List.of(NEW, "", OLD));

    // Then
    assertThat(after.confirm(before.seal(FORM), FORM)).isTrue();
    assertThat(after.confirmMac(before.mac(FORM), FORM)).isTrue();
    assertThat(after.seal(FORM).keyId()).isNotEqualTo(before.seal(FORM).keyId());
    assertThat(before.confirm(after.seal(FORM), FORM)).isFalse();
  }

  @Test
  void shouldTellNothingFromAnEmptyText() {
    assertThat(SealedForm.of("CONSENT", Arrays.asList("a", null)))
        .isNotEqualTo(SealedForm.of("CONSENT", List.of("a", "")));
    assertThat(SealedForm.of("CONSENT", List.of("a", "bc")))
        .isNotEqualTo(SealedForm.of("CONSENT", List.of("ab", "c")));
  }

  @Test
  void shouldRefuseWhatIsNoKeyWithoutShowingIt() {
    assertThatThrownBy(() -> SigningKeys.of(List.of("c2VjcmV0")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining("c2VjcmV0");
    assertThatThrownBy(() -> SigningKeys.of(List.of(" "))).hasMessageContaining("empty");
  }
}
