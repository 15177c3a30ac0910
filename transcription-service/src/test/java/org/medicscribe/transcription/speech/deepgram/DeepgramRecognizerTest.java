package org.medicscribe.transcription.speech.deepgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medicscribe.events.FailureKind;
import org.medicscribe.simulators.deepgram.DeepgramOptions;
import org.medicscribe.simulators.deepgram.DeepgramSimulator;
import org.medicscribe.simulators.deepgram.StreamRecord;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.simulators.ruler.RulerVerdict;
import org.medicscribe.transcription.SuiteParts;
import org.medicscribe.transcription.speech.SpeechRequest;
import org.medicscribe.transcription.speech.SpeechResult;
import org.medicscribe.transcription.testing.LogCapture;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class DeepgramRecognizerTest {

  private static final int SECOND = 16_000;
  private static final SpeechRequest REQUEST =
      new SpeechRequest("en-GB", List.of("Dr. Okafor", "metoprolol 50%"));

  @Inject Vertx vertx;
  @Inject Instance<BasicWebSocketConnector> connectors;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private DeepgramSimulator provider = DeepgramSimulator.start(options());

  private static DeepgramOptions options() {
    return DeepgramOptions.defaults()
        .withApiKey("a-key-that-is-none")
        .withInterimEvery(Duration.ofMillis(300))
        .withPunishPace(true);
  }

  @BeforeEach
  void noFaults() {
    provider.faults().clear();
  }

  @AfterEach
  void stopProvider() {
    provider.close();
  }

  @Test
  void shouldAnswerEverySampleWithContiguousFinals() {
    // Given
    StreamOnLoop stream = open();

    // When
    stream.send(6 * SECOND);
    stream.finish();
    stream.awaitEnd();

    // Then
    assertThat(RulerVerdict.of(7, 12, stream.words()).toString()).endsWith("words 0 to 11");
    long end = 0;
    for (SpeechResult.Final answer : stream.finals()) {
      assertThat(answer.start()).isEqualTo(end);
      end = answer.end();
    }
    assertThat(end).isEqualTo(stream.sent());
    assertThat(stream.results()).anyMatch(SpeechResult.Interim.class::isInstance);
  }

  @Test
  void shouldAskForWhatTheContractSays() {
    // Given
    StreamOnLoop stream = open();

    // When
    stream.send(SECOND);
    stream.finish();
    stream.awaitEnd();

    // Then
    StreamRecord record = provider.streams().getLast();
    assertThat(record.query())
        .containsEntry("model", List.of("nova-3-medical"))
        .containsEntry("language", List.of("en-GB"))
        .containsEntry("encoding", List.of("linear16"))
        .containsEntry("sample_rate", List.of("16000"))
        .containsEntry("mip_opt_out", List.of("true"))
        .containsEntry("diarize_model", List.of("latest"))
        .containsEntry("keyterm", List.of("Dr. Okafor", "metoprolol 50%"));
  }

  @ParameterizedTest
  @CsvSource({
    "400, CALLER, deepgram-bad-request",
    "401, INTERNAL, deepgram-unauthorized",
    "402, INTERNAL, deepgram-no-credit",
    "403, INTERNAL, deepgram-forbidden",
    "404, INTERNAL, deepgram-unexpected-status",
    "429, CAPACITY, deepgram-too-many-streams",
    "500, EXTERNAL, deepgram-unavailable",
    "503, EXTERNAL, deepgram-unavailable",
    "504, EXTERNAL, deepgram-unavailable"
  })
  void shouldSayWhoHasToActWhenTheUpgradeIsRefused(int status, FailureKind kind, String code) {
    // Given
    provider.faults().set(new Fault.Refuse(1, status));

    // When
    StreamOnLoop stream = open();
    stream.send(SECOND);

    // Then
    SpeechResult.Failed failure = stream.awaitFailure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
    assertThat(failure.advice()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "1008, INTERNAL, deepgram-audio-rejected",
    "1011, EXTERNAL, deepgram-timeout",
    "1000, EXTERNAL, deepgram-closed",
    "0, EXTERNAL, deepgram-connection-lost"
  })
  void shouldFailWhenTheProviderLeavesInTheMiddle(int closeCode, FailureKind kind, String code) {
    // Given
    provider.faults().set(Fault.Close.afterChunks(1, 5, closeCode));

    // When
    StreamOnLoop stream = open();
    stream.send(3 * SECOND);

    // Then
    SpeechResult.Failed failure = stream.awaitFailure();
    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.code()).isEqualTo(code);
  }

  @Test
  void shouldFailWhenNobodyListensThere() {
    // Given
    String gone = provider.url();
    provider.close();

    // When
    StreamOnLoop stream = open(DeepgramSettings.to(gone));

    // Then
    assertThat(stream.awaitFailure()).isEqualTo(Refusals.UNREACHABLE);
    provider = DeepgramSimulator.start(options());
  }

  @Test
  void shouldFailWhenTheUpgradeIsNotAnswered() {
    // Given
    provider.faults().set(new Fault.Silence(1, 0));

    // When
    StreamOnLoop stream = open();

    // Then
    assertThat(stream.awaitFailure()).isEqualTo(Refusals.UNREACHABLE);
  }

  @Test
  void shouldFailWhenAudioIsNotAnsweredAnyMore() {
    // Given
    provider.faults().set(new Fault.Silence(1, 3));

    // When
    StreamOnLoop stream = open();
    stream.send(6 * SECOND);

    // Then
    assertThat(stream.awaitFailure()).isEqualTo(Refusals.NO_ANSWER);
  }

  @Test
  void shouldCountGarbageAndGoOn() {
    // Given
    provider.faults().set(new Fault.Garbage(1, 3));
    StreamOnLoop stream = open();

    // When
    stream.send(4 * SECOND);
    stream.finish();
    stream.awaitEnd();

    // Then
    assertThat(stream.words()).hasSize(8);
    assertThat(meters.counter("deepgram.frames.garbage").count()).isPositive();
  }

  @Test
  void shouldWaitForAProviderThatIsSlow() {
    // Given
    provider.faults().set(new Fault.Latency(1, Duration.ofMillis(700)));
    StreamOnLoop stream = open();

    // When
    stream.send(2 * SECOND);
    stream.finish();
    stream.awaitEnd();

    // Then
    assertThat(stream.words()).hasSize(4);
  }

  @Test
  void shouldReplayABacklogAtTheAllowedPaceAndSayWhatIsPending() {
    // Given
    StreamOnLoop stream = open();

    // When
    stream.send(8 * SECOND);

    // Then
    assertThat(stream.pendingSamples()).isGreaterThan(6 * SECOND);
    stream.finish();
    stream.awaitEnd();
    StreamRecord.Summary summary = provider.streams().getLast().summary();
    assertThat(summary.averagePace()).isLessThan(1.35);
    assertThat(summary.framesTooFast()).isZero();
    assertThat(stream.pendingSamples()).isZero();
  }

  @Test
  void shouldKeepTheStreamAliveInAPauseAndMakeWhatWasSaidFinal() {
    // Given
    StreamOnLoop stream = open();
    stream.send(SECOND);

    // When
    stream.flush();

    // Then
    await().atMost(Duration.ofSeconds(5)).until(() -> stream.answered() == stream.sent());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> provider.streams().getLast().summary().keepAlives() >= 2);
    stream.send(SECOND);
    stream.finish();
    stream.awaitEnd();
    assertThat(stream.words()).hasSize(4);
  }

  @Test
  void shouldSendMessagesOfTheLengthTheProviderWants() {
    // Given
    StreamOnLoop stream = open();

    // When
    stream.send(SECOND);
    IntStream.range(0, 100).forEach(i -> stream.send(SECOND / 100));
    stream.finish();
    stream.awaitEnd();

    // Then
    assertThat(provider.streams().getLast().summary().frames()).isEqualTo(4 + 50);
    assertThat(stream.words()).hasSize(4);
  }

  @Test
  void shouldRefuseAStreamBeyondTheLimitUntilAnotherEnds() {
    // Given
    DeepgramRecognizer recognizer =
        recognizer(DeepgramSettings.to(provider.url()).withMaxStreams(1));
    StreamOnLoop first = new StreamOnLoop(vertx, recognizer, REQUEST);

    // When
    StreamOnLoop second = new StreamOnLoop(vertx, recognizer, REQUEST);

    // Then
    assertThat(second.awaitFailure().kind()).isEqualTo(FailureKind.CAPACITY);
    first.abort();
    StreamOnLoop third = new StreamOnLoop(vertx, recognizer, REQUEST);
    third.send(SECOND);
    third.finish();
    third.awaitEnd();
    assertThat(first.results()).noneMatch(SpeechResult.Failed.class::isInstance);
  }

  @Test
  void shouldNotLogWhatTheProviderQuotesOfAPatient() throws Exception {
    // Given
    HttpServer quoting =
        vertx
            .createHttpServer()
            .requestHandler(request ->
                request
                    .response()
                    .setStatusCode(400)
                    .putHeader("dg-error", "bad keyterm: Dr. Okafor")
                    .putHeader("dg-request-id", "r-1")
                    .end("{\"err_code\":\"BAD\",\"err_msg\":\"Dr. Okafor\"}"))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();

    try (LogCapture logs = LogCapture.start()) {
      // When
      open(DeepgramSettings.to("ws://127.0.0.1:" + quoting.actualPort())).awaitFailure();

      // Then
      assertThat(logs.text()).contains("dgRequestId=r-1").doesNotContain("Okafor");
    } finally {
      var _ = quoting.close();
    }
  }

  private StreamOnLoop open() {
    return open(DeepgramSettings.to(provider.url()));
  }

  private StreamOnLoop open(DeepgramConfig config) {
    return new StreamOnLoop(vertx, recognizer(config), REQUEST);
  }

  private DeepgramRecognizer recognizer(DeepgramConfig config) {
    return new DeepgramRecognizer(config, vertx, connectors, meters);
  }
}
