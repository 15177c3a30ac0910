package org.medicscribe.soapnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote.Finding;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.testing.Dialogue;

class NoIdentifiersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Born 4 May 1961.                    | true
          Date of birth 5/4/1961.             | true
          Phone 617-555-0142.                 | true
          Lives at 12 Harbour Lane.           | true
          Can be reached at rb@mail.com.      | true
          Lives with two dogs.                | false
          BP 130/80, pulse 72, weight 185 lb. | false
          Surgery on 5/4/1999.                | false
          """)
  void shouldFailWhatTellsWhoSomebodyIs(String statement, boolean fails) {
    // Given
    Draft draft =
        new Draft(
            List.of(
                new DraftSection(
                    new SectionCode("subjective"),
                    List.of(
                        new DraftStatement(statement, List.of(new Citation("s0", statement)))))),
            Map.of());

    // When
    List<String> rules =
        new NoteVerifier(Medicines.fromWordList())
                .verify(
                    draft,
                    ShippedTemplates.standard(),
                    NoteLanguage.ENGLISH,
                    Dialogue.of("patient: " + statement))
                .getFirst()
                .statements()
                .getFirst()
                .verification()
                .findings()
                .stream()
                .map(Finding::rule)
                .toList();

    // Then
    assertThat(rules.contains("no-identifiers")).isEqualTo(fails);
  }
}
