package org.medicscribe.storage.audio.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;

class MasterKeyTest {

  private static final EncounterId ANA = new EncounterId(UuidCreator.getTimeOrderedEpoch());
  private static final EncounterId BEN = new EncounterId(UuidCreator.getTimeOrderedEpoch());
  private static final byte[] PLAIN = {1, 2, 3, 4};

  private static String line(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return Base64.getEncoder().encodeToString(key);
  }

  private final MasterKey master = MasterKey.of(List.of(line(1)));
  private final String wrapped = master.newDataKey(ANA);

  @Test
  void shouldGiveBackWhatItEncrypted() {
    // Given
    WindowKey key = new WindowKey(ANA, 3);

    // When
    byte[] encrypted = master.unwrap(ANA, wrapped).encrypt(key, PLAIN);

    // Then
    assertThat(encrypted).isNotEqualTo(PLAIN);
    assertThat(master.unwrap(ANA, wrapped).decrypt(key, encrypted)).contains(PLAIN);
  }

  @Test
  void shouldRefuseAChangedBitAndAnotherPlace() {
    // Given
    DataKey key = master.unwrap(ANA, wrapped);
    byte[] encrypted = key.encrypt(new WindowKey(ANA, 3), PLAIN);

    // Then
    assertThat(key.decrypt(new WindowKey(ANA, 4), encrypted)).isEmpty();
    assertThat(key.decrypt(new WindowKey(BEN, 3), encrypted)).isEmpty();
    encrypted[encrypted.length / 2] ^= 1;
    assertThat(key.decrypt(new WindowKey(ANA, 3), encrypted)).isEmpty();
  }

  @Test
  void shouldNotOpenTheKeyOfOneRecordingForAnother() {
    assertThatThrownBy(() -> master.unwrap(BEN, wrapped)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldOpenOldDataKeysAfterARotationAndNotWithoutTheOldLine() {
    assertThat(MasterKey.of(List.of(line(2), line(1))).unwrap(ANA, wrapped)).isNotNull();
    assertThatThrownBy(() -> MasterKey.of(List.of(line(2))).unwrap(ANA, wrapped))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void shouldRefuseAKeyThatIsNoneWithoutShowingIt() {
    for (List<String> lines : List.of(List.<String>of(), List.of("secret"), List.of("c2hvcnQ="))) {
      assertThatThrownBy(() -> MasterKey.of(lines))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageNotContaining("secret")
          .hasMessageNotContaining("c2hvcnQ");
    }
  }
}
