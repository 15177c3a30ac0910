package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RougeTest {

  private static final double EXACT = 1e-9;

  @Test
  void shouldScoreLikeTheWorkedExampleOfThePaper() {
    // Given: "police killed the gunman" against "police kill the gunman" (Lin 2004, section 3.1)
    // When
    Rouge rouge = Rouge.of("police kill the gunman", "police killed the gunman");
    // Then: 3 of 4 words, 1 of 3 pairs, a common subsequence of 3
    assertThat(rouge.one()).isCloseTo(0.75, within(EXACT));
    assertThat(rouge.two()).isCloseTo(1 / 3.0, within(EXACT));
    assertThat(rouge.longest()).isCloseTo(0.75, within(EXACT));
  }

  @Test
  void shouldSeeOrderOnlyInPairsAndSubsequence() {
    // When
    Rouge rouge = Rouge.of("the gunman kill police", "police killed the gunman");
    // Then
    assertThat(rouge.one()).isCloseTo(0.75, within(EXACT));
    assertThat(rouge.two()).isCloseTo(1 / 3.0, within(EXACT));
    assertThat(rouge.longest()).isCloseTo(0.5, within(EXACT));
  }

  @Test
  void shouldCountAWordOnlyAsOftenAsTheReferenceHasIt() {
    // When
    Rouge rouge = Rouge.of("the the the the", "the cat sat down");
    // Then
    assertThat(rouge.one()).isCloseTo(0.25, within(EXACT));
  }

  @Test
  void shouldBeOneForTheSameTextAndZeroForNone() {
    assertThat(Rouge.of("BP 130/80.", "bp 130 80")).isEqualTo(new Rouge(1, 1, 1));
    assertThat(Rouge.of("", "something")).isEqualTo(new Rouge(0, 0, 0));
  }
}
