package org.medicscribe.soapnote.drafting.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medicscribe.events.ShippedTemplates;
import org.medicscribe.events.SoapNote.SectionCode;
import org.medicscribe.events.SoapNote.Verification;
import org.medicscribe.soapnote.note.Citation;
import org.medicscribe.soapnote.note.Draft;
import org.medicscribe.soapnote.note.DraftSection;
import org.medicscribe.soapnote.note.DraftStatement;
import org.medicscribe.soapnote.note.NoteLanguage;
import org.medicscribe.soapnote.note.TranscriptIndex;
import org.medicscribe.soapnote.reading.Medicines;
import org.medicscribe.soapnote.verification.NoteVerifier;

class NoteComposerTest {

  @ParameterizedTest
  @ValueSource(strings = {"chest-pain", "hypertension-unpunctuated", "ear-pain"})
  void shouldDraftTheNoteThatStandsBesideTheDialogue(String visit) {
    // When
    Draft draft = Trained.COMPOSER.compose(transcript(visit));
    // Then
    assertThat(text(draft)).isEqualToNormalizingNewlines(resource(visit + ".draft.txt"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chest-pain", "ear-pain"})
  void shouldMostlyStandBeforeTheVerification(String visit) {
    // Given
    TranscriptIndex transcript = transcript(visit);
    NoteVerifier verifier = new NoteVerifier(Medicines.fromWordList());
    // When
    Draft draft = Trained.COMPOSER.compose(transcript);
    // Then
    List<Verification.Status> statuses =
        verifier
            .verify(draft, ShippedTemplates.standard(), NoteLanguage.ENGLISH, transcript)
            .stream()
            .flatMap(section -> section.statements().stream())
            .map(statement -> statement.verification().status())
            .toList();
    long verified = statuses.stream().filter(Verification.Status.VERIFIED::equals).count();
    assertThat(verified).isGreaterThanOrEqualTo(Math.round(0.9 * statuses.size()));
  }

  @Test
  void shouldDraftTheSameTwice() {
    // Given
    TranscriptIndex transcript = transcript("chest-pain");
    // When
    Draft first = Trained.COMPOSER.compose(transcript);
    Draft second = NoteComposer.trained(new MiniLmEmbedder()).compose(transcript);
    // Then
    assertThat(second).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"chest-pain", "hypertension-unpunctuated", "ear-pain"})
  void shouldCiteTheVeryWordsOfTheTranscript(String visit) {
    // Given
    TranscriptIndex transcript = transcript(visit);
    // When
    List<Citation> citations =
        statements(Trained.COMPOSER.compose(transcript)).stream()
            .flatMap(statement -> statement.evidence().stream())
            .toList();
    // Then
    assertThat(citations)
        .isNotEmpty()
        .allSatisfy(citation ->
            assertThat(transcript.line(citation.segment()).orElseThrow().text())
                .contains(citation.quote()));
  }

  @Test
  void shouldDraftMuchTheSameWhenNobodyKnowsWhoSpoke() {
    // Given
    String nameless = resource("chest-pain.dialogue.txt").replaceAll("\\[S\\d]", "[]");
    // When
    String draft = text(Trained.COMPOSER.compose(new TranscriptIndex(Dialogue.of(nameless))));
    // Then
    assertThat(draft)
        .contains("Reports chest pain for 2 days.")
        .contains("Blood pressure is 130/80 mmHg.")
        .contains("Start aspirin 325 mg.")
        .contains("Denies fever or chills.");
  }

  @Test
  void shouldLeaveCourtesiesOutAndPutWhenToComeBackIntoThePlan() {
    // Given
    String visit =
        """
        [S1] Hello, what can I do for you?
        [S2] I've had pain in my right ankle since I slipped on the stairs yesterday.
        [S1] The ankle is swollen, but nothing is broken. I think this is a sprain.
        [S1] Keep the foot up and take ibuprofen, 400 milligrams, three times a day.
        [S1] Any numbness in the toes, come straight back to us.
        [S1] Call us at once if the foot turns cold or blue.
        [S2] We will, thank you very much, doctor.
        """;
    // When
    Draft draft = Trained.COMPOSER.compose(new TranscriptIndex(Dialogue.of(visit)));
    // Then
    assertThat(text(draft)).doesNotContainIgnoringCase("thank you");
    assertThat(draft.sections().getLast().code()).isEqualTo(new SectionCode("plan"));
    assertThat(draft.sections().getLast().statements())
        .extracting(DraftStatement::text)
        .contains("Call at once if the foot turns cold or blue.")
        .anyMatch(advice -> advice.contains("numbness in the toes"));
    assertThat(draft.sections())
        .filteredOn(section -> !section.code().equals(new SectionCode("plan")))
        .flatExtracting(DraftSection::statements)
        .extracting(DraftStatement::text)
        .noneMatch(text -> text.contains("numbness") || text.contains("cold or blue"));
  }

  @Test
  void shouldFindNothingToNoteInAChat() {
    // Given
    String chat =
        """
        [S1] Hi, how are you?
        [S2] Good, how are you?
        [S1] Good. Did you watch the game?
        [S2] Yeah, it was great.
        [S1] Okay, see you. Have a good day.
        """;
    // When
    Draft draft = Trained.COMPOSER.compose(new TranscriptIndex(Dialogue.of(chat)));
    // Then
    assertThat(draft.sections()).isEmpty();
  }

  private static TranscriptIndex transcript(String visit) {
    return new TranscriptIndex(Dialogue.of(resource(visit + ".dialogue.txt")));
  }

  private static List<DraftStatement> statements(Draft draft) {
    return draft.sections().stream().flatMap(section -> section.statements().stream()).toList();
  }

  private static String text(Draft draft) {
    return draft.sections().stream()
        .map(section ->
            section.statements().stream()
                .map(DraftStatement::text)
                .collect(
                    Collectors.joining(
                        "\n  ", section.code().value().toUpperCase(Locale.ROOT) + "\n  ", "\n")))
        .collect(Collectors.joining());
  }

  private static String resource(String name) {
    try (InputStream in = NoteComposerTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
