package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.NotePart;
import org.medicscribe.events.NoteTemplate;
import org.medicscribe.events.ShippedTemplates;

class FilingTest {

  @ParameterizedTest
  @CsvSource({
    "SUBJECTIVE, Allergic to penicillin., allergies",
    "SUBJECTIVE, Takes metformin 500 mg twice a day., medications",
    "SUBJECTIVE, The pain wakes the patient at night., history-of-present-illness",
    "OBJECTIVE, Blood pressure is 120 over 80., physical-examination",
    "OBJECTIVE, The X-ray shows no fracture., results",
    "ASSESSMENT, Probably a sprain., assessment",
    "PLAN, Take ibuprofen 400 mg., plan"
  })
  void shouldFileAStatementWhereItsWordsBelong(NotePart part, String text, String section) {
    // Given
    NoteTemplate template = ShippedTemplates.find("history-and-physical").orElseThrow();

    // When
    List<String> sections = filed(template, part, text);

    // Then
    assertThat(sections).containsExactly(section);
  }

  static Stream<NoteTemplate> templates() {
    return ShippedTemplates.all().stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void shouldLoseNoStatementInAShippedTemplate(NoteTemplate template) {
    for (NotePart part : NotePart.values()) {
      assertThat(filed(template, part, "Something was said.")).as("%s", part).hasSize(1);
    }
  }

  @Test
  void shouldFileUnderTheFirstOfSectionsThatAllHaveCues() {
    // Given
    NoteTemplate template = ShippedTemplates.find("history-and-physical").orElseThrow();
    NoteTemplate cuesOnly =
        new NoteTemplate(
            "cues",
            1,
            template.title(),
            null,
            template.sections().stream().filter(each -> !each.cues().isEmpty()).toList());

    // When
    List<String> sections = filed(cuesOnly, NotePart.SUBJECTIVE, "Something was said.");

    // Then
    assertThat(sections).containsExactly("chief-complaint");
  }

  private static List<String> filed(NoteTemplate template, NotePart part, String text) {
    Candidate candidate =
        new Candidate(text, StatementKind.QUOTE, SpeakerSide.PATIENT, 0, List.of());
    Placement placement = new Placement(candidate, part, 1, new float[] {1});
    Filing filing = new Filing(template);
    return template.sections().stream()
        .filter(section -> filing.isFor(section, placement))
        .map(section -> section.code().value())
        .toList();
  }
}
