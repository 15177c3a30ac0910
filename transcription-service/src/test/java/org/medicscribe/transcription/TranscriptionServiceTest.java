package org.medicscribe.transcription;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.transcription.testing.Recorder;
import org.medicscribe.transcription.testing.Transcripts;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class TranscriptionServiceTest {

  @SuppressWarnings("NullAway.Init")
  private Transcripts transcripts;

  @BeforeEach
  void readTranscripts() {
    transcripts = new Transcripts(SuiteParts.kafka());
  }

  @AfterEach
  void stopReading() throws InterruptedException {
    transcripts.close();
  }

  @Test
  void shouldHearExactlyWhatWasSaidInManyRecordingsAtOnce() {
    // Given
    List<Recorder> recorders =
        IntStream.range(1, 21).mapToObj(session -> recorder(session)).toList();

    // When
    realTime(recorders, Duration.ofSeconds(12));
    recorders.forEach(Recorder::stop);

    // Then
    awaitCompleted(recorders);
    for (Recorder recorder : recorders) {
      assertThat(transcripts.verdict(recorder).toString())
          .endsWith("exactly the words 0 to " + (recorder.words() - 1));
      assertThat(transcripts.of(recorder.encounter()).gaps()).isEmpty();
      assertThat(transcripts.of(recorder.encounter()).covered()).isEqualTo(recorder.position());
    }
  }

  @Test
  void shouldNameTheEngineAndItsLanguages() {
    get("/api/engine")
        .then()
        .statusCode(200)
        .body("name", is("deepgram nova-3-medical"))
        .body("embedded", is(false))
        .body("languages", contains("en", "es", "multi"));
  }

  @Test
  void shouldAnswerHealthAtBothAddresses() {
    get("/health").then().statusCode(200).body("status", is("UP"));
    get("/health").then().statusCode(200).body("status", is("UP"));
  }

  private static Recorder recorder(int session) {
    return new Recorder(SuiteParts.kafka(), session);
  }

  private static void realTime(List<Recorder> recorders, Duration length) {
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      var frames =
          clock.scheduleAtFixedRate(
              () -> recorders.forEach(Recorder::frame), 0, 100, TimeUnit.MILLISECONDS);
      long samples = length.toMillis() * 16;
      await().atMost(Duration.ofMinutes(2)).until(() -> recorders.getLast().position() >= samples);
      frames.cancel(false);
    }
  }

  private void awaitCompleted(List<Recorder> recorders) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> recorders.stream().allMatch(r -> transcripts.isCompleted(r.encounter())));
  }
}
