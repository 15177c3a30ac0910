package org.medicscribe.transcription;

import static io.restassured.RestAssured.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.SampleRange;
import org.medicscribe.events.Topics;
import org.medicscribe.simulators.deepgram.StreamRecord;
import org.medicscribe.simulators.faults.Fault;
import org.medicscribe.transcription.testing.Kafka;
import org.medicscribe.transcription.testing.LogCapture;
import org.medicscribe.transcription.testing.Recorder;
import org.medicscribe.transcription.testing.Transcripts;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class TranscriptionServiceTest {

  @SuppressWarnings("NullAway.Init")
  private Transcripts transcripts;

  @SuppressWarnings("NullAway.Init")
  private Kafka.Reader live;

  @SuppressWarnings("NullAway.Init")
  private Kafka.Reader deadLetters;

  @BeforeEach
  void readResults() {
    SuiteParts.deepgram().faults().clear();
    transcripts = new Transcripts(SuiteParts.kafka());
    live = SuiteParts.kafka().read(Topics.LIVE);
    deadLetters = SuiteParts.kafka().read(Topics.deadLetterOf(Topics.AUDIO));
  }

  @AfterEach
  void stopReading() throws InterruptedException {
    transcripts.close();
    live.close();
    deadLetters.close();
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
    recorders.forEach(this::assertExact);
  }

  @Test
  void shouldHoldUpNobodyWhileAnUploadedRecordingWaitsItsTurn() {
    // Given
    Recorder uploaded = recorder(31);
    Recorder live = recorderBeside(uploaded, 32);

    // When
    uploaded.seconds(40);
    uploaded.stop();
    realTime(List.of(live), Duration.ofSeconds(6));
    live.stop();

    // Then
    awaitCompleted(List.of(live));
    assertThat(transcripts.isCompleted(uploaded.encounter())).isFalse();
    assertExact(live);
    assertThat(liveEvents(uploaded, LiveEvent.TranscriptionDelayed.class))
        .anyMatch(delay -> delay.reason() == LiveEvent.DelayReason.CATCHING_UP);
    awaitCompleted(List.of(uploaded));
    assertExact(uploaded);
  }

  @Test
  void shouldKeepTheAudioWhileTheProviderIsAwayAndTellTheUser() {
    // Given
    Recorder recorder = recorder(41);
    realTime(List.of(recorder), Duration.ofSeconds(4));

    // When
    SuiteParts.deepgram().faults().set(new Fault.Refuse(3, 503));
    SuiteParts.deepgram().abandonStreams(1011);
    realTime(List.of(recorder), Duration.ofSeconds(6));
    recorder.stop();

    // Then
    awaitCompleted(List.of(recorder));
    assertExact(recorder);
    List<LiveEvent.TranscriptionDelayed> delays =
        liveEvents(recorder, LiveEvent.TranscriptionDelayed.class);
    assertThat(delays.getFirst().reason()).isEqualTo(LiveEvent.DelayReason.PROVIDER_UNREACHABLE);
    assertThat(delays.getLast().behindMillis()).isZero();
  }

  @Test
  void shouldHearAgainWhatAStreamSwallowed() {
    // Given
    SuiteParts.deepgram().faults().set(Fault.Close.afterAudio(1, Duration.ofSeconds(3), 0));
    Recorder recorder = recorder(51);

    // When
    realTime(List.of(recorder), Duration.ofSeconds(6));
    recorder.stop();

    // Then
    awaitCompleted(List.of(recorder));
    assertExact(recorder);
  }

  @Test
  void shouldListAudioThatNeverCameAsAGap() {
    // Given
    Recorder recorder = recorder(61);
    recorder.seconds(3);

    // When
    recorder.lose(2 * 16_000);
    recorder.seconds(3);
    recorder.stop();

    // Then
    awaitCompleted(List.of(recorder));
    Transcripts.Folded transcript = transcripts.of(recorder.encounter());
    assertThat(transcript.gaps())
        .containsExactly(new SampleRange(SampleIndex.of(48_000), SampleIndex.of(80_000)));
    assertThat(transcripts.verdict(recorder).missing()).containsExactly(6L, 7L, 8L, 9L);
  }

  @Test
  void shouldStopAtOnceWhenConsentIsWithdrawn() {
    // Given
    Recorder recorder = recorder(71);
    realTime(List.of(recorder), Duration.ofSeconds(5));

    // When
    recorder.stop(StopReason.CONSENT_WITHDRAWN);

    // Then
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> streamsOf(recorder).stream().noneMatch(StreamRecord::isOpen));
    assertThat(transcripts.isCompleted(recorder.encounter())).isFalse();
  }

  @Test
  void shouldPutAsideWhatKeepsNoContractAndPassOverWhatIsNew() {
    // Given
    Recorder recorder = recorder(81);
    recorder.seconds(2);

    // When
    recorder.send(new byte[] {1, 2, 3}, List.of());
    recorder.send(
        new byte[] {1}, List.of(new RecordHeader("type", "from-the-future".getBytes(UTF_8))));
    recorder.send(
        new byte[] {1, 2, 3},
        List.of(recorder.chunk(recorder.position(), 1600).headers().toArray()));
    recorder.seconds(2);
    recorder.stop();

    // Then
    awaitCompleted(List.of(recorder));
    assertExact(recorder);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> deadLetters.of(recorder.encounter().toString()).size() == 2);
  }

  @Test
  void shouldShowInterimsButNotTooMany() {
    // Given
    Recorder recorder = recorder(91);

    // When
    realTime(List.of(recorder), Duration.ofSeconds(5));
    recorder.stop();

    // Then
    awaitCompleted(List.of(recorder));
    assertThat(liveEvents(recorder, LiveEvent.InterimHeard.class)).hasSizeBetween(1, 24);
  }

  @Test
  void shouldLogNothingOfWhatAPatientSaid() {
    // Given
    Recorder recorder = recorder(95);
    SuiteParts.deepgram().faults().set(new Fault.Refuse(1, 401));

    try (LogCapture logs = LogCapture.start()) {
      // When
      recorder.seconds(1);
      recorder.send(new byte[] {1, 2, 3}, List.of());
      await().atMost(Duration.ofSeconds(20)).until(() -> logs.text().contains("unauthorized"));

      // Then
      assertThat(logs.text())
          .contains(recorder.encounter().toString())
          .doesNotContain("s95w", "metoprolol", "Okafor", SuiteParts.KEY);
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
  void shouldAnswerHealth() {
    get("/health").then().statusCode(200).body("status", is("UP"));
    get("/health/live").then().statusCode(200).body("status", is("UP"));
    get("/health/ready").then().statusCode(200).body("status", is("UP"));
  }

  private static Recorder recorder(int session) {
    return new Recorder(SuiteParts.kafka(), session);
  }

  /** A recording that shares the other one's partition. */
  private static Recorder recorderBeside(Recorder other, int session) {
    Recorder recorder = recorder(session);
    while (partition(recorder) != partition(other)) {
      recorder = recorder(session);
    }
    return recorder;
  }

  private static int partition(Recorder recorder) {
    int partitions = 12;
    return Utils.toPositive(Utils.murmur2(recorder.encounter().toString().getBytes(UTF_8)))
        % partitions;
  }

  private void assertExact(Recorder recorder) {
    assertThat(transcripts.verdict(recorder).toString())
        .endsWith("exactly the words 0 to " + (recorder.words() - 1));
    assertThat(transcripts.of(recorder.encounter()).gaps()).isEmpty();
    assertThat(transcripts.of(recorder.encounter()).covered()).isEqualTo(recorder.position());
  }

  private static List<StreamRecord> streamsOf(Recorder recorder) {
    return SuiteParts.deepgram().streams().stream()
        .filter(stream -> stream.heard().sessions().contains(recorder.session()))
        .toList();
  }

  private <T extends LiveEvent> List<T> liveEvents(Recorder recorder, Class<T> type) {
    List<T> events = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : live.of(recorder.encounter().toString())) {
      if (EventJson.live().read(record.value()) instanceof Decoded.Known<LiveEvent>(var event)
          && type.isInstance(event)) {
        events.add(type.cast(event));
      }
    }
    return events;
  }

  private static void realTime(List<Recorder> recorders, Duration length) {
    try (ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
      var frames =
          clock.scheduleAtFixedRate(
              () -> recorders.forEach(Recorder::frame), 0, 100, TimeUnit.MILLISECONDS);
      long until = recorders.getLast().position() + length.toMillis() * 16;
      await().atMost(Duration.ofMinutes(2)).until(() -> recorders.getLast().position() >= until);
      frames.cancel(false);
    }
  }

  private void awaitCompleted(List<Recorder> recorders) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> recorders.stream().allMatch(r -> transcripts.isCompleted(r.encounter())));
  }
}
