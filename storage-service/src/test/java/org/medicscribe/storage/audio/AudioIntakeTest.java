package org.medicscribe.storage.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.storage.testing.FaultyAudioStore;
import org.medicscribe.storage.testing.SuiteParts;
import org.medicscribe.storage.testing.Tokens;
import org.medicscribe.storage.testing.Visit;

@QuarkusTest
@QuarkusTestResource(SuiteParts.class)
class AudioIntakeTest {

  private final String rivera = Tokens.of("dr.rivera", "clinic-a", "clinician");

  @Inject FaultyAudioStore disk;

  @AfterEach
  void repair() throws IOException {
    disk.empty();
  }

  private static byte[] pcm(Visit visit) {
    byte[] wav = visit.get("/audio").then().statusCode(200).extract().asByteArray();
    return Arrays.copyOfRange(wav, 44, wav.length);
  }

  private static Path window(Visit visit, int number) {
    return SuiteParts.uploads()
        .resolve(visit.id().toString())
        .resolve("%06d.enc".formatted(number));
  }

  @Test
  void shouldWriteWhatWaitsForItsWindowDuringAPause() {
    // Given
    Visit visit = Visit.recording(rivera);

    // When a third of a window comes, and then nothing
    visit.speak(0, 4800);

    // Then
    visit.awaitStored(4800);
    visit.speak(4800, 20_000);
    visit.awaitStored(20_000);
    assertThat(pcm(visit)).isEqualTo(Visit.signal(0, 20_000));
  }

  @Test
  void shouldStoreAReplayOnce() throws IOException {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 32_000);
    visit.awaitStored(32_000);
    byte[] before = Files.readAllBytes(window(visit, 0));

    // When
    visit.speak(0, 32_000);
    visit.speak(8_000, 40_000);
    visit.stop(40_000);
    visit.awaitStored(40_000);

    // Then
    assertThat(Files.readAllBytes(window(visit, 0))).isEqualTo(before);
    assertThat(pcm(visit)).isEqualTo(Visit.signal(0, 40_000));
  }

  @Test
  void shouldSayWhereTheNextRecorderBeginsOnceAllBeforeIsStored() {
    // Given a recorder whose audio does not fill its window
    Visit visit = Visit.recording(rivera);
    visit.get("").then().body("recording.from", equalTo(0));
    visit.speak(0, 20_000);
    visit.claim("phone", true).then().statusCode(200).body("recording.from", nullValue());

    // When
    visit.change(2);

    // Then
    visit.awaitEncounter(json -> json.get("recording.from") != null);
    visit
        .get("")
        .then()
        .body("recording.from", equalTo(20_000))
        .body("coverage.storedSamples", equalTo(20_000));

    // and it stays there, whoever asks and whatever comes late
    visit.speak(1, 20_000, 40_000);
    visit.speak(2, 20_000, 24_800);
    visit.change(2);
    visit.claim("phone", false).then().body("recording.from", equalTo(20_000));
    visit.change(3);
    visit.awaitStored(24_800);
    visit.get("").then().body("recording.from", equalTo(20_000));
  }

  @Test
  void shouldNotTakeTheMarkOfARecorderThatWasReplacedForItsSuccessors() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.claim("phone", true).then().statusCode(200);
    visit.claim("tablet", true).then().statusCode(200);

    // When
    visit.change(2);
    visit.speak(2, 0, 16_000);
    visit.change(3);

    // Then
    visit.awaitEncounter(json -> json.get("recording.from") != null);
    visit.get("").then().body("recording.from", equalTo(16_000));
  }

  @Test
  void shouldNotLetAReplacedRecorderEndTheVisit() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(1, 0, 16_000);
    visit.claim("phone", true).then().statusCode(200);
    visit.change(2);

    // When
    visit.stop(new RecordingStopped(SampleIndex.of(16_000), StopReason.STOPPED).saidBy(1));
    visit.speak(2, 16_000, 32_000);
    visit.stop(new RecordingStopped(SampleIndex.of(32_000), StopReason.STOPPED).saidBy(2));

    // Then
    visit.awaitState("transcribing");
    visit
        .get("")
        .then()
        .body("coverage.recordedSamples", equalTo(32_000))
        .body("coverage.storedSamples", equalTo(32_000));
  }

  @Test
  void shouldShowWhatIsMissing() {
    // Given
    Visit visit = Visit.recording(rivera);

    // When
    visit.speak(0, 16_000);
    visit.speak(32_000, 48_000);
    visit.stop(64_000);
    visit.awaitStored(32_000);
    visit.awaitState("transcribing");

    // Then
    visit
        .get("")
        .then()
        .body("coverage.recordedSamples", equalTo(64_000))
        .body("coverage.storedGaps.start", equalTo(java.util.List.of(16_000, 48_000)))
        .body("coverage.storedGaps.end", equalTo(java.util.List.of(32_000, 64_000)));
  }

  @Test
  void shouldKeepEverythingWhileTheDiskIsFull() {
    // Given
    Visit visit = Visit.recording(rivera);
    disk.fill();

    // When
    visit.speak(0, 48_000);
    visit.stop(48_000);
    await().atMost(Duration.ofSeconds(20)).until(() -> disk.refused() > 2);
    Visit.as(rivera)
        .get("/health")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'audio storage' }.status", equalTo("DOWN"));
    Visit.as(rivera).get("/health/live").then().statusCode(200);
    visit.get("").then().body("coverage.storedSamples", equalTo(0));
    disk.empty();

    // Then
    visit.awaitStored(48_000);
    visit.awaitState("transcribing");
    assertThat(pcm(visit)).isEqualTo(Visit.signal(0, 48_000));
  }

  @Test
  void shouldNotPlayAWindowThatWasTamperedWith() throws IOException {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 48_000);
    visit.stop(48_000);
    visit.awaitStored(48_000);
    byte[] window = Files.readAllBytes(window(visit, 1));
    window[window.length / 2] ^= 1;
    Files.write(window(visit, 1), window);

    // Then what is whole is played, what is not is refused
    Visit.as(rivera)
        .header("Range", "bytes=0-32043")
        .get(visit.path() + "/audio")
        .then()
        .statusCode(206);
    Visit.as(rivera)
        .header("Range", "bytes=40000-")
        .get(visit.path() + "/audio")
        .then()
        .statusCode(500)
        .body("type", endsWith("/audio-damaged"));
  }

  @Test
  void shouldNotPlayAWindowPutInThePlaceOfAnother() throws IOException {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 32_000);
    visit.stop(32_000);
    visit.awaitStored(32_000);

    // When
    Files.copy(
        window(visit, 1), window(visit, 0), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    // Then
    visit.get("/audio").then().statusCode(500).body("type", endsWith("/audio-damaged"));
  }

  @Test
  void shouldServeRanges() {
    // Given
    Visit visit = Visit.recording(rivera);
    visit.speak(0, 32_000);
    visit.stop(32_000);
    visit.awaitStored(32_000);
    visit.awaitState("transcribing");
    byte[] whole =
        visit
            .get("/audio")
            .then()
            .header("Content-Length", "64044")
            .header("Accept-Ranges", "bytes")
            .header("Cache-Control", containsString("no-store"))
            .contentType(startsWith("audio/wav"))
            .extract()
            .asByteArray();
    String tag = visit.get("/audio").header("ETag");

    // Then
    byte[] part =
        Visit.as(rivera)
            .header("Range", "bytes=30000-40000")
            .header("If-Range", tag)
            .get(visit.path() + "/audio")
            .then()
            .statusCode(206)
            .header("Content-Range", "bytes 30000-40000/64044")
            .header("Content-Length", "10001")
            .extract()
            .asByteArray();
    assertThat(part).isEqualTo(Arrays.copyOfRange(whole, 30_000, 40_001));
    Visit.as(rivera)
        .header("Range", "bytes=-4")
        .get(visit.path() + "/audio")
        .then()
        .statusCode(206)
        .header("Content-Range", "bytes 64040-64043/64044");
    Visit.as(rivera)
        .header("Range", "bytes=64044-")
        .get(visit.path() + "/audio")
        .then()
        .statusCode(416)
        .header("Content-Range", "bytes */64044");
    Visit.as(rivera)
        .header("Range", "bytes=0-1")
        .header("If-Range", "\"another\"")
        .get(visit.path() + "/audio")
        .then()
        .statusCode(200);
    Visit.as(rivera)
        .head(visit.path() + "/audio")
        .then()
        .statusCode(200)
        .header("Content-Length", "64044");
  }

  @Test
  void shouldSayThatThereIsNoAudioYet() {
    Visit.create(rivera).get("/audio").then().statusCode(404).body("type", endsWith("/no-audio"));
  }

  @Test
  void shouldEndARecordingWithoutAnyAudio() {
    // Given
    Visit visit = Visit.recording(rivera);

    // When
    visit.stop(0);

    // Then
    visit.awaitState("transcribing");
    visit.get("").then().body("coverage.storedGaps", hasSize(0));
    visit.claim("tab-1", false).then().statusCode(409).body("type", endsWith("/recording-ended"));
  }
}
