package org.medicscribe.soapnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.medicscribe.events.SoapNote.Verification.Status;

/** What {@link MutationCheck} must find, on our own statements in every build. */
class MutationCheckTest {

  @Test
  void shouldCatchWhatIsNotAsSaidInOurOwnStatements() {
    // When
    MutationCheck check = MutationCheck.of(WrittenStatements.read());

    // Then
    assertThat(check.caught(Falsehood.DOSE)).isEqualTo(1);
    assertThat(check.falseAlarms(Status.UNSUPPORTED)).isLessThanOrEqualTo(0.06);
    assertThat(1 - check.falseAlarms(Status.VERIFIED)).isLessThanOrEqualTo(0.1);
  }

  @Test
  @EnabledIfSystemProperty(named = "aci", matches = ".+")
  void shouldCatchWhatIsNotAsSaidInTheNotesOfClinicians() {
    // When
    MutationCheck check =
        MutationCheck.of(
            AciStatements.read(Path.of(Objects.requireNonNull(System.getProperty("aci")))));
    System.out.println(check.table());

    // Then
    assertThat(check.caught(Falsehood.DOSE)).isGreaterThanOrEqualTo(0.95);
  }
}
