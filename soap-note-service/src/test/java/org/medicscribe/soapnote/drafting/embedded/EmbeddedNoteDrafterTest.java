package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.soapnote.drafting.DraftProgress;
import org.medicscribe.soapnote.drafting.DraftRequest;
import org.medicscribe.soapnote.drafting.DraftResult;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;

class EmbeddedNoteDrafterTest {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String VISIT =
      """
      [S1] What brings you in today?
      [S2] I've been having chest pain for two days.
      [S1] Any fever?
      [S2] No.
      [S1] Your blood pressure is 130 over 80. I'm going to order an EKG.
      """;

  private final EmbeddedNoteDrafter drafter = new EmbeddedNoteDrafter();

  @AfterEach
  void stop() {
    drafter.stop();
  }

  @Test
  void shouldTellWhatItWroteBeforeTheResult() {
    // Given
    List<DraftProgress> progress = Collections.synchronizedList(new ArrayList<>());
    // When
    DraftResult result =
        drafter.draft(request(VISIT, NoteLanguage.ENGLISH), progress::add).await().atMost(PATIENCE);
    // Then
    assertThat(result).isInstanceOf(DraftResult.Drafted.class);
    assertThat(progress)
        .extracting(DraftProgress::text)
        .contains("Reports chest pain for 2 days.\n", "Denies fever.\n", "Order an EKG.\n");
  }

  @Test
  void shouldRefuseAnotherLanguageWithAdvice() {
    // When
    DraftResult result =
        drafter.draft(request(VISIT, NoteLanguage.SPANISH), p -> {}).await().atMost(PATIENCE);
    // Then
    assertThat(result)
        .asInstanceOf(type(DraftResult.Refused.class))
        .returns(FailureKind.CALLER, DraftResult.Refused::kind)
        .returns("offline-english-only", DraftResult.Refused::code);
  }

  @Test
  void shouldRefuseRatherThanWriteAPlaceholder() {
    // When
    DraftResult result =
        drafter
            .draft(request("[S1] Hello.\n[S2] Hi, how are you?", NoteLanguage.ENGLISH), p -> {})
            .await()
            .atMost(PATIENCE);
    // Then
    assertThat(result)
        .asInstanceOf(type(DraftResult.Refused.class))
        .returns("nothing-to-note", DraftResult.Refused::code);
  }

  @Test
  void shouldRefuseWhenTooManyWait() {
    // Given
    List<DraftResult> results = Collections.synchronizedList(new ArrayList<>());
    // When
    for (int i = 0; i < 200; i++) {
      drafter.draft(request(VISIT, NoteLanguage.ENGLISH), p -> {}).subscribe().with(results::add);
    }
    // Then: those refused are told at once
    assertThat(List.copyOf(results))
        .filteredOn(DraftResult.Refused.class::isInstance)
        .isNotEmpty()
        .allSatisfy(result ->
            assertThat(result)
                .asInstanceOf(type(DraftResult.Refused.class))
                .returns(FailureKind.CAPACITY, DraftResult.Refused::kind));
  }

  private static DraftRequest request(String dialogue, NoteLanguage language) {
    return new DraftRequest(
        new TranscriptIndex(Dialogue.of(dialogue)), language, ShippedTemplates.standard());
  }
}
