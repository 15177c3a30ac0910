package org.medicscribe.soapnote.omissions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medicscribe.events.SoapNote.Evidence;
import org.medicscribe.events.SoapNote.Omission;
import org.medicscribe.events.SoapNote.Section;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Statement;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.testing.Visit;

/** The bank of things said: listed while no statement says them, and not once one does. */
class LedgerBankTest {

  private static final OmissionFinder FINDER = new OmissionFinder(Medicines.fromWordList());

  /**
   * @param kind "none" for what is never listed
   */
  private record Entry(String kind, String said, String covering) {

    TranscriptIndex visit() {
      return Visit.of(said.replace(" / ", "\n")).transcript();
    }

    @Override
    public String toString() {
      return kind + ": " + said;
    }
  }

  @ParameterizedTest
  @MethodSource("told")
  void shouldListWhatAnEmptyNoteLeavesOut(Entry entry) {
    assertThat(kinds(entry, List.of())).contains(entry.kind);
  }

  @ParameterizedTest
  @MethodSource("told")
  void shouldListWhatAStatementOnlyCites(Entry entry) {
    // Given
    List<Evidence> everything =
        entry.visit().lines().stream()
            .map(line -> new Evidence(line.segment(), line.text()))
            .toList();

    // Then
    assertThat(kinds(entry, List.of(statement("Seen in the morning.", everything))))
        .contains(entry.kind);
  }

  @ParameterizedTest
  @MethodSource("told")
  void shouldNotListWhatAStatementSays(Entry entry) {
    assertThat(kinds(entry, List.of(statement(entry.covering, List.of()))))
        .doesNotContain(entry.kind);
  }

  @ParameterizedTest
  @MethodSource("never")
  void shouldNotListWhatIsNoFactOfThePatient(Entry entry) {
    assertThat(kinds(entry, List.of())).isEmpty();
  }

  static Stream<Entry> told() {
    return entries().filter(entry -> !entry.kind.equals("none"));
  }

  static Stream<Entry> never() {
    return entries().filter(entry -> entry.kind.equals("none"));
  }

  private static List<String> kinds(Entry entry, List<Statement> statements) {
    List<Section> note = List.of(new Section(new SectionCode("plan"), statements));
    return FINDER.find(entry.visit(), note).stream()
        .map(Omission::kind)
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private static Statement statement(String text, List<Evidence> evidence) {
    return new Statement("plan-1", text, evidence, Verification.VERIFIED);
  }

  private static Stream<Entry> entries() {
    try (InputStream in = LedgerBankTest.class.getResourceAsStream("ledger.txt");
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split("\\|", -1))
          .map(cells -> new Entry(cells[0], cells[1], cells[2]))
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
