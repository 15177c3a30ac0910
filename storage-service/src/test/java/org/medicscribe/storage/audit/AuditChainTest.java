package org.medicscribe.storage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.audit.AuditEntry.Action;

class AuditChainTest {

  private static final EncounterId ID = EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10");
  private static final Instant AT = Instant.parse("2026-11-24T10:00:00.123456Z");

  private static AuditEntry entry(String actor, String detail) {
    return new AuditEntry("clinic-a", AT, actor, Action.RECORDER_CLAIMED, ID, detail);
  }

  @Test
  void shouldGiveTheSameHashForTheSameEntry() {
    assertThat(AuditChain.hash(AuditChain.START, 1, entry("dr.rivera", "tab-1")))
        .isEqualTo(AuditChain.hash(AuditChain.START, 1, entry("dr.rivera", "tab-1")));
  }

  @Test
  void shouldChangeWithEveryPartOfTheEntryItsPlaceAndItsPast() {
    // Given
    byte[] hash = AuditChain.hash(AuditChain.START, 1, entry("dr.rivera", "tab-1"));

    // Then
    assertThat(AuditChain.hash(AuditChain.START, 2, entry("dr.rivera", "tab-1")))
        .isNotEqualTo(hash);
    assertThat(AuditChain.hash(hash, 1, entry("dr.rivera", "tab-1"))).isNotEqualTo(hash);
    assertThat(AuditChain.hash(AuditChain.START, 1, entry("dr.chen", "tab-1"))).isNotEqualTo(hash);
    assertThat(AuditChain.hash(AuditChain.START, 1, entry("dr.rivera", "tab-2")))
        .isNotEqualTo(hash);
  }

  @Test
  void shouldNotConfuseFieldsThatReadTheSameTogether() {
    assertThat(AuditChain.hash(AuditChain.START, 1, entry("a", "bc")))
        .isNotEqualTo(AuditChain.hash(AuditChain.START, 1, entry("ab", "c")));
  }

  @Test
  void shouldKeepTheTimeAsTheDatabaseDoes() {
    assertThat(new AuditEntry("t", AT.plusNanos(7), "a", Action.AUDIO_READ, ID, "").at())
        .isEqualTo(AT);
  }
}
