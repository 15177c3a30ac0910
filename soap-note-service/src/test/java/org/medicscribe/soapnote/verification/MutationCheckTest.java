package org.medicscribe.soapnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.events.SoapNote.Verification.Status;
import org.medicscribe.soapnote.verification.Falsehood.Kind;

/** What {@link MutationCheck} must find, on our own statements in every build. */
class MutationCheckTest {

  /**
   * Reached on the notes of clinicians so far; what is still missing to the goals stands beside it.
   */
  private static final Map<Falsehood, Double> BELOW_THE_GOAL =
      Map.of(
          Falsehood.NEGATION_ADDED, 0.91,
          Falsehood.NEGATION_DROPPED, 0.9,
          Falsehood.FAMILY_AS_PATIENT, 0.85,
          Falsehood.HEDGE_DROPPED, 0.65,
          Falsehood.OTHER_MEDICINE_OF_THE_EVIDENCE, 0.75,
          Falsehood.OTHER_SIDE_OF_THE_EVIDENCE, 0.75);

  @Test
  void shouldCatchWhatIsNotAsSaidInOurOwnStatements() {
    // When
    MutationCheck check = MutationCheck.of(WrittenStatements.read());

    // Then
    assertThat(check.caught(Kind.VALUE)).isGreaterThanOrEqualTo(0.93);
    assertThat(check.caught(Kind.MEANING)).isGreaterThanOrEqualTo(0.85);
    assertThat(check.falseAlarms(Status.UNSUPPORTED)).isLessThanOrEqualTo(0.06);
    assertThat(1 - check.falseAlarms(Status.VERIFIED)).isLessThanOrEqualTo(0.1);
  }

  @Test
  @EnabledIfSystemProperty(named = "aci", matches = ".+")
  void shouldCatchWhatIsNotAsSaidInTheNotesOfClinicians() {
    // When
    MutationCheck check =
        MutationCheck.of(
            AciStatements.read(
                Path.of(Objects.requireNonNull(System.getProperty("aci"))),
                List.of("train", "valid")));
    System.out.println(check.table());

    // Then
    for (Falsehood falsehood : Falsehood.values()) {
      double goal = falsehood.kind() == Kind.VALUE ? 0.95 : 0.85;
      assertThat(check.caught(falsehood))
          .as(falsehood.title())
          .isGreaterThanOrEqualTo(BELOW_THE_GOAL.getOrDefault(falsehood, goal));
    }
    assertThat(check.falseAlarms(Status.UNSUPPORTED)).isLessThanOrEqualTo(0.06);
    assertThat(1 - check.falseAlarms(Status.VERIFIED)).isLessThanOrEqualTo(0.11);
  }

  @Test
  @EnabledIfSystemProperty(named = "aci", matches = ".+")
  void shouldListWhatCliniciansWroteDownAndTheNoteLeavesOut() {
    // When
    LedgerCheck check =
        LedgerCheck.of(
            AciStatements.read(
                Path.of(Objects.requireNonNull(System.getProperty("aci"))),
                List.of("train", "valid")));
    System.out.println(check.table());

    // Then
    assertThat(check.listed(Omission.Kind.MEDICINE)).isGreaterThanOrEqualTo(0.9);
  }
}
