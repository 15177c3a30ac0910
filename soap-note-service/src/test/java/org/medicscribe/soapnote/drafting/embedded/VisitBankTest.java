package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.testing.Visit;

/**
 * Small visits of our own, each with what its note must hold and must not: {@code + S words} stands
 * in a statement of that section, {@code - words} in none; {@code - P words} in none of that one.
 */
class VisitBankTest {

  @TestFactory
  Stream<DynamicTest> shouldHoldWhatWasMeantAndNothingElse() throws IOException {
    return visits()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    // Given
    List<String> wanted =
        Files.readAllLines(file).stream().filter(line -> line.matches("[+-] .*")).toList();

    // When
    Draft draft = Trained.COMPOSER.compose(Visit.read(file).transcript());

    // Then
    assertThat(wanted).isNotEmpty();
    List<String> note =
        draft.sections().stream()
            .flatMap(section ->
                section.statements().stream()
                    .map(statement ->
                        Character.toUpperCase(section.code().value().charAt(0))
                            + " "
                            + statement.text()))
            .toList();
    for (String line : wanted) {
      boolean sectioned = line.matches("[+-] [SOAP] .*");
      String section = sectioned ? line.substring(2, 4) : "";
      String words = line.substring(sectioned ? 4 : 2).toLowerCase(java.util.Locale.ROOT);
      boolean held =
          note.stream()
              .filter(statement -> statement.startsWith(section))
              .anyMatch(statement ->
                  statement.substring(2).toLowerCase(java.util.Locale.ROOT).contains(words));
      assertThat(held).as("%s in %s", line, note).isEqualTo(line.startsWith("+"));
    }
  }

  private static Stream<Path> visits() throws IOException {
    try {
      return Files.list(
              Path.of(Objects.requireNonNull(VisitBankTest.class.getResource("visits")).toURI()))
          .sorted();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
