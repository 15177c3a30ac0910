package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.DraftStatement;

class RepetitionTest {

  @Test
  void shouldMergeWhatAFullerStatementTells() {
    // Given
    DraftStatement brief = statement("Order an ultrasound.", "s1");
    DraftStatement full = statement("Order an ultrasound of the thyroid.", "s2");
    DraftStatement other = statement("Order blood work.", "s3");

    // Then
    assertThat(Repetition.merged(List.of(brief, full, other)))
        .containsExactly(new DraftStatement(full.text(), List.of(cited("s2"), cited("s1"))), other);
  }

  @Test
  void shouldKeepOneOfTwoThatTellTheSame() {
    assertThat(
            Repetition.merged(
                List.of(statement("Has a cough.", "s1"), statement("Has the cough.", "s2"))))
        .extracting(DraftStatement::text)
        .containsExactly("Has a cough.");
  }

  @Test
  void shouldKeepADenialBesideWhatIsTold() {
    assertThat(
            Repetition.merged(
                List.of(
                    statement("Denies chest pain.", "s1"),
                    statement("Chest pain when climbing stairs.", "s2"))))
        .hasSize(2);
  }

  @Test
  void shouldKeepAnotherNumber() {
    assertThat(
            Repetition.merged(
                List.of(
                    statement("Losartan 50 mg.", "s1"),
                    statement("Losartan 100 mg every morning.", "s2"))))
        .hasSize(2);
  }

  private static DraftStatement statement(String text, String segment) {
    return new DraftStatement(text, List.of(cited(segment)));
  }

  private static Citation cited(String segment) {
    return new Citation(segment, "words");
  }
}
