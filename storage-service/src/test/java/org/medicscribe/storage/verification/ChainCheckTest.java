package org.medicscribe.storage.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.storage.audit.AuditChain;
import org.medicscribe.storage.audit.Chains;
import org.medicscribe.storage.proof.Finding;
import org.medicscribe.storage.proof.Finding.Fault;
import org.medicscribe.storage.proof.Finding.Part;
import org.medicscribe.storage.proof.SigningKeys;

class ChainCheckTest {

  private static final Instant AT = Instant.parse("2026-11-24T10:00:00Z");
  private static final SigningKeys KEYS = keys(7);

  private record Entry(long number, List<String> fields, byte[] hash) {}

  private final List<Entry> trail = new ArrayList<>();
  private final List<Head> heads = new ArrayList<>();

  private static SigningKeys keys(int filling) {
    byte[] seed = new byte[32];
    seed[0] = (byte) filling;
    return SigningKeys.of(List.of(Base64.getEncoder().encodeToString(seed)));
  }

  @BeforeEach
  void fillTrail() {
    trail.addAll(chained(KEYS, 10, "dr.rivera"));
  }

  private static List<Entry> chained(SigningKeys keys, int entries, String actor) {
    List<Entry> chained = new ArrayList<>();
    byte[] hash = AuditChain.start();
    for (long number = 1; number <= entries; number++) {
      List<String> fields = List.of("clinic-a", AT.toString(), actor, "AUDIO_READ", "v", "");
      hash = keys.mac(Chains.link(hash, number, fields));
      chained.add(new Entry(number, fields, hash));
    }
    return chained;
  }

  private void writeHeadDown() {
    heads.add(Head.of(AT, "clinic-a", trail.size(), trail.getLast().hash(), false));
  }

  /** With the database's own word about its end as it would be after the change. */
  private List<Finding> findings() {
    ChainCheck check = new ChainCheck("clinic-a", new AuditChain(KEYS), heads);
    trail.forEach(entry -> check.entry(entry.number(), entry.fields(), entry.hash()));
    check.end(trail.getLast().number(), trail.getLast().hash());
    return check.findings();
  }

  private static Finding audit(String where, Fault fault) {
    return new Finding(Part.AUDIT, "clinic clinic-a, " + where, fault);
  }

  @Test
  void shouldFindNothingInATrailAsItWasWritten() {
    writeHeadDown();

    assertThat(findings()).isEmpty();
  }

  @Test
  void shouldNameTheEntryThatWasChanged() {
    // Given
    Entry entry = trail.get(4);
    trail.set(
        4,
        new Entry(
            5, List.of("clinic-a", AT.toString(), "dr.chen", "AUDIO_READ", "v", ""), entry.hash()));

    // Then
    assertThat(findings()).containsExactly(audit("entry 5", Fault.CHANGED));
  }

  @Test
  void shouldNameTheEntryThatWasTakenOut() {
    trail.remove(4);

    assertThat(findings())
        .containsExactly(audit("entry 5", Fault.MISSING), audit("entry 6", Fault.CHANGED));
  }

  @Test
  void shouldMissATailThatWasCutBehindAHead() {
    // Given
    writeHeadDown();
    trail.subList(7, 10).clear();

    // Then
    assertThat(findings()).containsExactly(audit("entries 8 to 10", Fault.MISSING));
  }

  @Test
  void shouldNameATrailThatWasWrittenAnewWithoutTheKey() {
    // Given
    trail.clear();
    trail.addAll(chained(keys(8), 10, "nobody"));

    // Then
    assertThat(findings()).containsExactly(audit("entries 1 to 10", Fault.CHANGED));
  }

  @Test
  void shouldNoticeATrailThatWasWrittenAnewWithTheKeyByItsHead() {
    // Given
    writeHeadDown();
    trail.clear();
    trail.addAll(chained(KEYS, 10, "nobody"));

    // Then
    assertThat(findings()).containsExactly(audit("entry 10", Fault.CHANGED));
  }

  @Test
  void shouldNoticeThatTheDatabaseSaysTooLittle() {
    // Given
    ChainCheck check = new ChainCheck("clinic-a", new AuditChain(KEYS), heads);
    trail.forEach(entry -> check.entry(entry.number(), entry.fields(), entry.hash()));

    // When
    check.end(9, trail.get(8).hash());

    // Then
    assertThat(check.findings()).containsExactly(audit("head", Fault.CHANGED));
  }

  @Test
  void shouldTakeEntriesWithoutAKeyOnlyAsFarAsTheyWereTakenOver() throws Exception {
    // Given ten entries of the first release, of which eight were there when the key came
    trail.clear();
    byte[] hash = AuditChain.start();
    for (long number = 1; number <= 10; number++) {
      List<String> fields = List.of("clinic-a", AT.toString(), "dr.rivera", "AUDIO_READ", "v", "");
      hash = MessageDigest.getInstance("SHA-256").digest(Chains.link(hash, number, fields));
      trail.add(new Entry(number, fields, hash));
    }
    heads.add(Head.of(AT, "clinic-a", 8, trail.get(7).hash(), true));

    // Then
    assertThat(findings()).containsExactly(audit("entries 9 to 10", Fault.CHANGED));
  }

  @Test
  void shouldMissAWholeTrail() {
    // Given
    writeHeadDown();
    ChainCheck check = new ChainCheck("clinic-a", new AuditChain(KEYS), heads);

    // When
    check.end(0, AuditChain.start());

    // Then
    assertThat(check.findings())
        .isEqualTo(Stream.of(audit("entries 1 to 10", Fault.MISSING)).toList());
  }
}
