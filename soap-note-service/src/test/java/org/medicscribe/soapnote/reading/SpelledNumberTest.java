package org.medicscribe.soapnote.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.PlainWords;

class SpelledNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          one fifty milligram tablet     | 1 50
          seven fifty milligrams         | 50 7
          one twenty days                | 1 20
          one thirty over eighty         | 130/80 1:30/80
          one oh one point two degrees   | 101.2
          nineteen ninety                | 1990 19:90
          """)
  void shouldNeverJoinTwoNumbersBeforeADoseOrAStretchOfTime(String said, String numbers) {
    // When
    List<Quantity> quantities = Quantities.in(PlainWords.of(said), NoteLanguage.ENGLISH);

    // Then
    Set<String> readings = new TreeSet<>();
    quantities.forEach(quantity -> readings.addAll(quantity.number().readings()));
    assertThat(readings).containsExactlyInAnyOrder(numbers.split(" "));
  }
}
