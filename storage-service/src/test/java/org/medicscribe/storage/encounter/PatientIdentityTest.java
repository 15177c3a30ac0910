package org.medicscribe.storage.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.storage.encounter.PatientIdentity.Checked;
import org.medicscribe.storage.encounter.PatientIdentity.Identifier;
import org.medicscribe.storage.encounter.PatientIdentity.IdentifierRequest;
import org.medicscribe.storage.encounter.PatientIdentity.Request;
import org.medicscribe.storage.encounter.PatientIdentity.Sex;

class PatientIdentityTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  @Test
  void shouldReadWhatIsSaid() {
    assertThat(
            PatientIdentity.check(
                request("urn:oid:1.2", " 7 ", " Jose\u0301 ", "2026-12-01", "male"), TODAY))
        .isEqualTo(
            new Checked.Valid(
                new PatientIdentity(new Identifier("urn:oid:1.2", "7"), "José", TODAY, Sex.MALE)));
  }

  @Test
  void shouldNotTakeNothingForSomebody() {
    assertThat(PatientIdentity.check(request(null, "", " ", "", null), TODAY))
        .isEqualTo(new Checked.Nobody());
    assertThat(PatientIdentity.check(new Request(null, null, null, null), TODAY))
        .isEqualTo(new Checked.Nobody());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("name", request(null, null, "x".repeat(201), null, null)),
        Arguments.of("name", request(null, null, "Ana\nRuiz", null, null)),
        Arguments.of("name", request(null, null, "Ana\u202Ezuir", null, null)),
        Arguments.of("name", request(null, null, "Ana\uD800", null, null)),
        Arguments.of("identifier.value", request(null, "7".repeat(65), null, null, null)),
        Arguments.of("identifier.system", request("urn:oid:1.2", null, null, null, null)),
        Arguments.of("identifier.system", request("our numbers", "7", null, null, null)),
        Arguments.of("identifier.system", request("numbers", "7", null, null, null)),
        Arguments.of("birthDate", request(null, null, null, "2026-12-02", null)),
        Arguments.of("birthDate", request(null, null, null, "1879-12-31", null)),
        Arguments.of("birthDate", request(null, null, null, "2026-02-29", null)),
        Arguments.of("birthDate", request(null, null, null, "29/2/1956", null)),
        Arguments.of("sex", request(null, null, null, null, "F")));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldNameWhatToChange(String field, Request request) {
    assertThat(PatientIdentity.check(request, TODAY))
        .isInstanceOfSatisfying(
            Checked.Invalid.class, invalid -> assertThat(invalid.fields()).containsOnlyKeys(field));
  }

  @Test
  void shouldSayNothingOfAPatientInWords() {
    assertThat(
            new PatientIdentity(new Identifier("urn:oid:1.2", "7"), "José", TODAY, Sex.MALE)
                .toString())
        .doesNotContain("José", "7", "2026");
    assertThat(request("urn:oid:1.2", "7", "José", "1956-02-29", "male").toString())
        .isEqualTo("Request");
  }

  private static Request request(
      @Nullable String system,
      @Nullable String value,
      @Nullable String name,
      @Nullable String birthDate,
      @Nullable String sex) {
    return new Request(new IdentifierRequest(system, value), name, birthDate, sex);
  }
}
