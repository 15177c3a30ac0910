package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.NoteTemplate.Section;
import org.medicscribe.events.NoteTemplate.Style;
import org.medicscribe.events.SoapNote.SectionCode;

class NoteTemplateTest {

  private static final Map<String, String> TITLE = Map.of("en", "Title");
  private static final List<NotePart> ALL = List.of(NotePart.values());

  private static Section section(
      String code, Map<String, String> title, @Nullable String instruction, List<NotePart> from) {
    return new Section(
        new SectionCode(code),
        null,
        title,
        instruction == null ? Map.of() : Map.of("en", instruction),
        Style.BULLETS,
        true,
        from,
        List.of());
  }

  private static Section section(String code) {
    return section(code, TITLE, null, ALL);
  }

  private static NoteTemplate template(String id, int version, List<Section> sections) {
    return new NoteTemplate(id, version, TITLE, null, sections);
  }

  private static List<Section> sections(int count) {
    return IntStream.range(0, count).mapToObj(i -> section("s" + i)).toList();
  }

  static Stream<Arguments> refused() {
    return Stream.<Map.Entry<String, Supplier<?>>>of(
            Map.entry("no id", () -> template("", 1, sections(1))),
            Map.entry("an id in capitals", () -> template("SOAP", 1, sections(1))),
            Map.entry("no version", () -> template("a", 0, sections(1))),
            Map.entry("no section", () -> template("a", 1, List.of())),
            Map.entry("40 sections", () -> template("a", 1, sections(40))),
            Map.entry(
                "a section twice", () -> template("a", 1, List.of(section("s"), section("s")))),
            Map.entry("no title", () -> section("s", Map.of(), null, ALL)),
            Map.entry("a blank title", () -> section("s", Map.of("en", " "), null, ALL)),
            Map.entry("a long title", () -> section("s", Map.of("en", "x".repeat(81)), null, ALL)),
            Map.entry("a title in no language", () -> section("s", Map.of("x", "T"), null, ALL)),
            Map.entry("a long instruction", () -> section("s", TITLE, "x".repeat(601), ALL)),
            Map.entry("no kind of statement", () -> section("s", TITLE, null, List.of())))
        .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refused")
  void shouldRefuse(String what, Supplier<?> making) {
    assertThatThrownBy(making::get).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void shouldHoldAsManySectionsAsAnybodyReads() {
    assertThat(template("a", 1, sections(NoteTemplate.MOST_SECTIONS)).sections()).hasSize(30);
  }

  @Test
  void shouldSpeakTheLanguageItHas() {
    // Given
    Section english = section("s", TITLE, "what was told", ALL);

    // Then
    assertThat(english.titleIn("es")).isEqualTo("Title");
    assertThat(english.instructionIn("es")).isEqualTo("what was told");
    assertThat(section("s").instructionIn("en")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Plan", "plan!", "1plan", "-plan", "plan plan"})
  void shouldRefuseASectionByAnotherName(String code) {
    assertThatThrownBy(() -> new SectionCode(code)).isInstanceOf(IllegalArgumentException.class);
  }
}
