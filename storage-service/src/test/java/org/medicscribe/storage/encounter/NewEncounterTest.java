package org.medicscribe.storage.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.storage.encounter.NewEncounter.Checked;
import org.medicscribe.storage.encounter.NewEncounter.Request;

class NewEncounterTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  @Test
  void shouldNeedNothingButALabel() {
    // When
    Checked checked = NewEncounter.check(new Request(" Ana ", null, null, null, null, null), TODAY);

    // Then
    assertThat(checked)
        .isEqualTo(new Checked.Valid(new NewEncounter("Ana", null, "en", "soap", List.of(), null)));
  }

  @Test
  void shouldDropBlankAndRepeatedKeyTerms() {
    // When
    Checked checked =
        NewEncounter.check(
            new Request(
                "Ana",
                "visit",
                "multi",
                "soap",
                Arrays.asList("metoprolol", " ", null, "metoprolol"),
                null),
            TODAY);

    // Then
    assertThat(checked)
        .isEqualTo(
            new Checked.Valid(
                new NewEncounter("Ana", "visit", "multi", "soap", List.of("metoprolol"), null)));
  }

  static Stream<Arguments> refused() {
    List<@Nullable String> manyTerms = terms(101, "term");
    List<@Nullable String> longTerms = terms(60, "x".repeat(40));
    return Stream.of(
        Arguments.of("patientLabel", new Request(null, null, null, null, null, null)),
        Arguments.of("patientLabel", new Request("   ", null, null, null, null, null)),
        Arguments.of("patientLabel", new Request("x".repeat(121), null, null, null, null, null)),
        Arguments.of("patientLabel", new Request("Ana\nRuiz", null, null, null, null, null)),
        Arguments.of("visitType", new Request("Ana", "x".repeat(61), null, null, null, null)),
        Arguments.of("language", new Request("Ana", null, "xx", null, null, null)),
        Arguments.of("template", new Request("Ana", null, null, "poem", null, null)),
        Arguments.of("keyTerms", new Request("Ana", null, null, null, manyTerms, null)),
        Arguments.of("keyTerms", new Request("Ana", null, null, null, longTerms, null)),
        Arguments.of(
            "keyTerms",
            new Request("Ana", null, null, null, Collections.singletonList("x".repeat(51)), null)));
  }

  private static List<@Nullable String> terms(int count, String start) {
    List<@Nullable String> terms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      terms.add(start + i);
    }
    return terms;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void shouldNameTheFieldThatBreaksALimit(String field, Request request) {
    assertThat(NewEncounter.check(request, TODAY))
        .isInstanceOfSatisfying(
            Checked.Invalid.class, invalid -> assertThat(invalid.fields()).containsOnlyKeys(field));
  }
}
