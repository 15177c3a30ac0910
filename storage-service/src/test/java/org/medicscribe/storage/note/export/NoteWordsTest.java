package org.medicscribe.storage.note.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.medicscribe.events.SoapNote.Omission.Kind;
import org.medicscribe.storage.note.NoteLanguage;

class NoteWordsTest {

  @ParameterizedTest
  @EnumSource(NoteLanguage.class)
  void shouldNameEveryOmission(NoteLanguage language) {
    NoteWords words = NoteWords.in(language);

    assertThat(words.kinds()).containsOnlyKeys(Kind.values());
  }
}
