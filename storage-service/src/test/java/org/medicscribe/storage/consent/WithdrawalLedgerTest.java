package org.medicscribe.storage.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.EncounterId;
import org.medicscribe.storage.consent.WithdrawalFile.Written;
import org.medicscribe.storage.encounter.Consent.GivenBy;
import org.medicscribe.storage.encounter.Consent.Method;
import org.medicscribe.storage.proof.ProofConfig;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

/** A backup knows nothing of what was withdrawn after it was taken. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class WithdrawalLedgerTest {

  @Inject WithdrawalLedger ledger;
  @Inject WithdrawalFile withdrawals;
  @Inject ProofConfig proof;

  private final String rivera = Tokens.of("dr.rivera", "clinic-ledger", "clinician");

  private Path file() {
    return proof.headsFile().resolveSibling("withdrawals.jsonl");
  }

  private static Written withdrawal(EncounterId id) {
    return new Written(
        id,
        Instant.parse("2026-11-30T10:00:00Z"),
        Method.WRITTEN,
        GivenBy.REPRESENTATIVE,
        "dr.rivera");
  }

  @Test
  void shouldWriteAWithdrawalDownOutsideTheDatabase() {
    // Given
    Visit visit = Visit.recording(rivera);

    // When
    visit.consent("withdrawn").then().statusCode(201);

    // Then
    await()
        .atMost(Duration.ofSeconds(15))
        .until(
            () -> Files.exists(file()) && Files.readString(file()).contains(visit.id().toString()));
  }

  @Test
  void shouldCarryOutAgainWhatARestoredDatabaseDoesNotKnowOf() throws IOException {
    // Given a visit that is not withdrawn in the database, and is in the ledger
    Visit visit = Visit.drafted(rivera);
    Visit other = Visit.drafted(rivera);
    withdrawals.append(List.of(withdrawal(visit.id()), withdrawal(visit.id())));

    // When
    ledger.run();
    ledger.run();

    // Then
    visit
        .get("")
        .then()
        .body("state", equalTo("withdrawn"))
        .body("consent.method", equalTo("written"))
        .body("consent.givenBy", equalTo("representative"));
    visit.get("/transcript").then().body("segments", hasSize(0));
    visit.get("/notes").then().body("versions", hasSize(0));
    List<Map<String, String>> trail = visit.get("/audit").jsonPath().getList("entries");
    assertThat(trail)
        .filteredOn(entry -> "consent-withdrawn".equals(entry.get("action")))
        .singleElement()
        .satisfies(entry -> assertThat(entry.get("actor")).isEqualTo("dr.rivera"));
    assertThat(other.state()).isEqualTo("review");
  }

  @Test
  void shouldDeleteNothingForALineThatSomebodyElseWrote() throws IOException {
    // Given a line of another visit that is put under this one's id
    Visit withdrawn = Visit.recording(rivera);
    Visit visit = Visit.drafted(rivera);
    withdrawals.append(List.of(withdrawal(withdrawn.id())));
    String forged =
        Files.readAllLines(file())
            .getLast()
            .replace(withdrawn.id().toString(), visit.id().toString());
    Files.writeString(file(), forged + "\nnonsense\n{}\n", StandardOpenOption.APPEND);

    // When
    ledger.run();

    // Then
    assertThat(visit.state()).isEqualTo("review");
    assertThat(withdrawn.state()).isEqualTo("withdrawn");
  }

  @Test
  void shouldNotMindAVisitThatIsNotThere() throws IOException {
    // Given
    withdrawals.append(List.of(withdrawal(EncounterId.of("0198c5a2-7d3e-7c11-9a55-3f1f0c2b7a10"))));

    // When
    ledger.run();
  }
}
