package org.medicscribe.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;

class AudioRecordsTest {

  private static final RecordingSettings SETTINGS =
      new RecordingSettings("en", List.of("metoprolol", "Dr. Okafor"));
  private static final byte[] TWO_SAMPLES = {1, 0, 2, 0};

  @Test
  void shouldCarryAChunkByItsHeadersAndItsRawSamples() {
    // Given
    Header settings = AudioRecords.settingsHeader(SETTINGS);
    RecordHeaders headers =
        new RecordHeaders(
            AudioRecords.chunkHeaders(
                SampleIndex.of(1_600), settings, AudioRecords.claimHeader(3)));

    // When
    Decoded<AudioEvent> decoded = AudioRecords.read(headers, TWO_SAMPLES);

    // Then
    assertThat(decoded).isInstanceOf(Decoded.Known.class);
    AudioChunk chunk = (AudioChunk) ((Decoded.Known<AudioEvent>) decoded).event();
    assertThat(chunk.first()).isEqualTo(SampleIndex.of(1_600));
    assertThat(chunk.end()).isEqualTo(SampleIndex.of(1_602));
    assertThat(chunk.pcm().array()).isSameAs(TWO_SAMPLES);
    assertThat(chunk.claim()).isEqualTo(3);
    assertThat(AudioRecords.readSettings(headers)).isEqualTo(new Decoded.Known<>(SETTINGS));
  }

  @Test
  void shouldWriteTheGoldenSettings() throws IOException {
    // When
    byte[] written = AudioRecords.settingsHeader(SETTINGS).value();

    // Then
    assertThat(EventJson.mapper().readTree(written))
        .isEqualTo(GoldenFiles.tree("audio/settings.json"));
  }

  @Test
  void shouldReadAndWriteTheGoldenStop() throws IOException {
    // Given
    byte[] golden = GoldenFiles.bytes(GoldenFiles.tree("audio/recording-stopped.json"));

    // When
    Decoded<AudioEvent> decoded =
        AudioRecords.read(new RecordHeaders(AudioRecords.stoppedHeaders()), golden);

    // Then
    RecordingStopped stopped =
        new RecordingStopped(SampleIndex.of(960_000), StopReason.STOPPED).saidBy(3);
    assertThat(decoded).isEqualTo(new Decoded.Known<AudioEvent>(stopped));
    assertThat(EventJson.mapper().readTree(AudioRecords.stoppedValue(stopped)))
        .isEqualTo(GoldenFiles.tree("audio/recording-stopped.json"));
  }

  @Test
  void shouldTakeAStopThatNoRecorderSaidForNobodys() throws IOException {
    // Given
    RecordingStopped stopped = new RecordingStopped(SampleIndex.of(16), StopReason.ABANDONED);

    // When
    byte[] written = AudioRecords.stoppedValue(stopped);

    // Then
    assertThat(EventJson.mapper().readTree(written).has("claim")).isFalse();
    assertThat(AudioRecords.read(new RecordHeaders(AudioRecords.stoppedHeaders()), written))
        .isEqualTo(new Decoded.Known<AudioEvent>(stopped));
    assertThat(stopped.isFromBefore(Long.MAX_VALUE)).isFalse();
    assertThat(stopped.saidBy(2).isFromBefore(2)).isFalse();
    assertThat(stopped.saidBy(2).isFromBefore(3)).isTrue();
  }

  @Test
  void shouldReadAndWriteTheGoldenChangeOfTheRecorder() throws IOException {
    // Given
    byte[] golden = GoldenFiles.bytes(GoldenFiles.tree("audio/recorder-changed.json"));

    // When
    Decoded<AudioEvent> decoded =
        AudioRecords.read(new RecordHeaders(AudioRecords.changedHeaders()), golden);

    // Then
    RecorderChanged changed = new RecorderChanged(2);
    assertThat(decoded).isEqualTo(new Decoded.Known<AudioEvent>(changed));
    assertThat(EventJson.mapper().readTree(AudioRecords.changedValue(changed)))
        .isEqualTo(GoldenFiles.tree("audio/recorder-changed.json"));
  }

  @Test
  void shouldCallRecordsMalformedThatLackWhatTheContractAsksFor() {
    Header settings = AudioRecords.settingsHeader(SETTINGS);

    assertThat(AudioRecords.read(new RecordHeaders(), TWO_SAMPLES))
        .isInstanceOf(Decoded.Malformed.class);
    assertThat(
            AudioRecords.read(
                new RecordHeaders().add(AudioRecords.TYPE, utf8(AudioRecords.CHUNK)), TWO_SAMPLES))
        .isInstanceOf(Decoded.Malformed.class);
    assertThat(
            AudioRecords.read(
                new RecordHeaders(
                    AudioRecords.chunkHeaders(
                        SampleIndex.ZERO, settings, AudioRecords.claimHeader(1))),
                new byte[3]))
        .isInstanceOf(Decoded.Malformed.class);
    assertThat(AudioRecords.read(new RecordHeaders(AudioRecords.stoppedHeaders()), utf8("{")))
        .isInstanceOf(Decoded.Malformed.class);
  }

  @Test
  void shouldReadAChunkOfAGatewayThatTellsNoClaim() {
    // Given
    RecordHeaders headers =
        new RecordHeaders(
            AudioRecords.chunkHeaders(
                SampleIndex.ZERO,
                AudioRecords.settingsHeader(SETTINGS),
                AudioRecords.claimHeader(1)));
    headers.remove(AudioRecords.CLAIM);

    // When
    Decoded<AudioEvent> decoded = AudioRecords.read(headers, TWO_SAMPLES);

    // Then
    assertThat(decoded)
        .isInstanceOfSatisfying(
            Decoded.Known.class,
            known ->
                assertThat(known.event())
                    .isInstanceOfSatisfying(
                        AudioChunk.class,
                        chunk -> assertThat(chunk.claim()).isEqualTo(AudioChunk.UNCOUNTED)));
  }

  @Test
  void shouldNameATypeItDoesNotKnow() {
    assertThat(
            AudioRecords.read(
                new RecordHeaders().add(AudioRecords.TYPE, utf8("later")), TWO_SAMPLES))
        .isEqualTo(new Decoded.UnknownType<AudioEvent>("later"));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
