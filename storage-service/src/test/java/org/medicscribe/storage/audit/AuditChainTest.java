package org.medicscribe.storage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;
import org.medicscribe.storage.proof.SigningKeys;

class AuditChainTest {

  private static final EncounterId ID = EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00.123456Z");

  private static final byte[] START = AuditChain.start();

  private final AuditChain chain = chainOf("a key of thirty-two bytes, for us");

  private static AuditChain chainOf(String key) {
    byte[] seed = Arrays.copyOf(key.getBytes(StandardCharsets.UTF_8), 32);
    return new AuditChain(SigningKeys.of(List.of(Base64.getEncoder().encodeToString(seed))));
  }

  private static AuditEntry entry(String actor, String detail) {
    return new AuditEntry("clinic-a", AT, actor, Action.RECORDER_CLAIMED, ID, detail);
  }

  @Test
  void shouldGiveTheSameHashForTheSameEntry() {
    assertThat(chain.hash(START, 1, entry("dr.rivera", "tab-1")))
        .isEqualTo(chain.hash(START, 1, entry("dr.rivera", "tab-1")));
  }

  @Test
  void shouldChangeWithEveryPartOfTheEntryItsPlaceAndItsPast() {
    // Given
    byte[] hash = chain.hash(START, 1, entry("dr.rivera", "tab-1"));

    // Then
    assertThat(chain.hash(START, 2, entry("dr.rivera", "tab-1"))).isNotEqualTo(hash);
    assertThat(chain.hash(hash, 1, entry("dr.rivera", "tab-1"))).isNotEqualTo(hash);
    assertThat(chain.hash(START, 1, entry("dr.chen", "tab-1"))).isNotEqualTo(hash);
    assertThat(chain.hash(START, 1, entry("dr.rivera", "tab-2"))).isNotEqualTo(hash);
  }

  @Test
  void shouldNotConfuseFieldsThatReadTheSameTogether() {
    assertThat(chain.hash(START, 1, entry("a", "bc")))
        .isNotEqualTo(chain.hash(START, 1, entry("ab", "c")));
  }

  @Test
  void shouldHoldForWhoHasTheKeyOnly() {
    // Given
    AuditEntry entry = entry("dr.rivera", "tab-1");
    byte[] hash = chain.hash(START, 1, entry);

    // Then
    assertThat(chain.holds(hash, START, 1, entry.fields())).isTrue();
    assertThat(chainOf("another key").holds(hash, START, 1, entry.fields())).isFalse();
    assertThat(AuditChain.heldWithoutKey(hash, START, 1, entry.fields())).isFalse();
  }

  @Test
  void shouldKeepTheTimeAsTheDatabaseDoes() {
    assertThat(new AuditEntry("t", AT.plusNanos(7), "a", Action.AUDIO_READ, ID, "").at())
        .isEqualTo(AT);
  }
}
