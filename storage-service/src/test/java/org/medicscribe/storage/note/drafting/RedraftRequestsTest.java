package org.medicscribe.storage.note.drafting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.FailureKind;
import org.medicscribe.events.NoteEvent.NoteFailed;
import org.medicscribe.events.NoteRequestId;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.note.Drafts;
import org.medicscribe.storage.testing.Broker;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

/** Drafts cost money: nobody gets more of them than anybody needs. */
@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class RedraftRequestsTest {

  private final String insistent = Tokens.of("dr.insistent", "clinic-a", "clinician");

  private static String ask(Visit visit) {
    return visit.askForNote().then().statusCode(202).extract().path("noteRequestId");
  }

  private static void fail(Visit visit, String request) {
    visit.send(
        new NoteFailed(
            visit.id(), NoteRequestId.of(request), FailureKind.EXTERNAL, "provider-away", "Wait."));
    visit.awaitState("needs-attention");
  }

  @Test
  void shouldAnswerAllWhoAskBeforeTheDraftHasComeWithTheSameRequest() {
    // Given a visit whose draft is awaited
    Visit visit = transcribed();

    // When
    Set<String> requests = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      requests.add(ask(visit));
    }

    // Then
    assertThat(requests).hasSize(1);
  }

  @Test
  void shouldAskAnewAboutATranscriptThatWasCorrectedMeanwhile() {
    // Given
    Visit visit = transcribed();
    String first = ask(visit);

    // When
    visit.correct("s0", Map.of("text", "Penicillin, she said.")).then().statusCode(200);

    // Then
    assertThat(ask(visit)).isNotEqualTo(first);
  }

  @Test
  void shouldRefuseMoreDraftsOfAVisitThanMayBeInADay() {
    // Given
    Visit visit = transcribed();
    fail(visit, ask(visit));
    for (int i = 0; i < 3; i++) {
      String request = ask(visit);
      fail(visit, request);
    }

    // Then
    visit.askForNote().then().statusCode(429).body("type", endsWith("/too-many-drafts"));
    transcribed().askForNote().then().statusCode(202);
  }

  /** What somebody plants in the topic is no draft, whatever it says of its own verification. */
  @Test
  void shouldPutADraftAsideThatNobodyAskedFor() {
    // Given
    Visit visit = transcribed();
    Visit another = transcribed();
    String ofAnother = ask(another);

    // When
    visit.answer(UuidCreator.getTimeOrderedEpoch().toString(), Drafts.ofAVisit());
    visit.answer(ofAnother, Drafts.ofAVisit());

    // Then
    assertThat(
            Broker.awaitRecords(
                Topics.deadLetterOf(Topics.NOTE),
                record -> visit.id().toString().equals(record.key()),
                2))
        .extracting(
            record -> new String(record.headers().lastHeader("dead-letter-reason").value(), UTF_8))
        .containsOnly("CALLER: a draft that nobody asked for");
    visit.get("/note").then().statusCode(404);
    another.answer(ofAnother, Drafts.ofAVisit());
    another.awaitNote(1).then().statusCode(200);
  }

  private Visit transcribed() {
    Visit visit = Visit.recording(insistent);
    visit.hear(0, 48_000, "Penicillin.", "Amoxicillin.");
    visit.stop(48_000);
    visit.complete(48_000);
    visit.awaitState("drafting");
    return visit;
  }
}
