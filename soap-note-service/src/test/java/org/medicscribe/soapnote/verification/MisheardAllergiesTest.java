package org.medicscribe.soapnote.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.soapnote.reading.Medicines;

class MisheardAllergiesTest {

  private final MisheardAllergies allergies = new MisheardAllergies(Medicines.fromWordList());

  @ParameterizedTest
  @CsvSource({
    "allergies a logic to penicillin, logic",
    "allergies alergik to sulfa, alergik",
    "allergies penicillin it gave them a rush, rush",
    "allergies latex caused a resh on the arms, resh",
  })
  void shouldNameAWordThatOnlySoundsLikeOneOfAnAllergy(String words, String misheard) {
    assertThat(allergies.in(List.of(words.split(" ")))).containsExactly(misheard);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "allergies penicillin it gave them a rash",
        "allergic to penicillin sulfa and shellfish",
        "allergies peanuts throat closed and tongue swelled",
        "no known allergies",
        "allergies cats and dust mites itchy eyes and a runny nose",
        "allergies amoxicillin broke out in hives as a child and had to go to the hospital",
        "seasonal allergies takes claritin every morning",
        "a peanut allergy always had it",
        "bee stings cause a large local reaction",
      })
  void shouldLeaveOrdinaryWordsAlone(String words) {
    assertThat(allergies.in(List.of(words.split(" ")))).isEmpty();
  }

  @Test
  void shouldLeaveAStatementWithoutWordsAlone() {
    assertThat(allergies.in(List.of())).isEmpty();
  }
}
