package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.events.NoteTemplate.Section;

class ShippedTemplatesTest {

  private static final Path FOLDER = Path.of("src/main/resources/templates");

  @Test
  void shouldOfferEveryFileOfTheFolderUnderItsName() throws IOException {
    // Given
    Set<String> files = new TreeSet<>();
    try (Stream<Path> folder = Files.list(FOLDER)) {
      folder
          .map(file -> file.getFileName().toString().replace(".json", ""))
          .filter(name -> !name.equals("index"))
          .forEach(files::add);
    }

    // Then
    assertThat(ShippedTemplates.all())
        .extracting(NoteTemplate::id)
        .containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void shouldSayAllOfItInEnglishAndSpanish() {
    for (NoteTemplate template : ShippedTemplates.all()) {
      assertThat(template.title()).as(template.id()).containsOnlyKeys("en", "es");
      for (Section section : template.sections()) {
        String name = template.id() + " " + section.code();
        assertThat(section.title()).as(name).containsOnlyKeys("en", "es");
        assertThat(section.instruction()).as(name).containsOnlyKeys("en", "es");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shouldHaveAPlaceForEveryKindOfStatement(NotePart part) {
    for (NoteTemplate template : ShippedTemplates.all()) {
      assertThat(template.sections()).as(template.id()).anyMatch(section -> section.takes(part));
    }
  }

  @Test
  void shouldKnowEveryLoincCodeByItsCheckDigit() {
    for (NoteTemplate template : ShippedTemplates.all()) {
      Stream.concat(
              Stream.ofNullable(template.loinc()),
              template.sections().stream().flatMap(each -> Stream.ofNullable(each.loinc())))
          .forEach(code -> assertThat(code).endsWith("-" + checkDigit(code)));
    }
  }

  @Test
  void shouldFindATemplateByItsName() {
    assertThat(ShippedTemplates.find("dap")).map(NoteTemplate::id).contains("dap");
    assertThat(ShippedTemplates.find("poem")).isEmpty();
    assertThat(ShippedTemplates.find(null)).isEmpty();
    assertThat(
            ShippedTemplates.standard().sections().stream()
                .map(section -> section.code().value())
                .collect(Collectors.joining(" ")))
        .isEqualTo("subjective objective assessment plan");
  }

  /** Modulus 10: every second digit from the right counts twice. */
  private static int checkDigit(String code) {
    String digits = new StringBuilder(code.substring(0, code.indexOf('-'))).reverse().toString();
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
      sum += digit / 10 + digit % 10;
    }
    return (10 - sum % 10) % 10;
  }
}
