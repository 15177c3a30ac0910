package org.medicscribe.transcription.events;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioEvent.StopReason;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.RecordingSettings;
import org.medicscribe.events.SampleIndex;
import org.medicscribe.events.Topics;
import org.medicscribe.simulators.ruler.RulerSignal;

/** A partition of the audio topic in memory, filled as the gateway does. */
final class AudioLog {

  private static final Header SETTINGS =
      AudioRecords.settingsHeader(new RecordingSettings("en", List.of("metoprolol")));

  /** When the log begins; a record each millisecond follows. */
  private static final long NOW = 1_796_108_400_000L;

  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
  private final Map<String, Integer> chunks = new HashMap<>();

  /** Every seventh of a recorder tells the settings, beginning with its first. */
  void chunk(EncounterId encounter, int session, long claim, long first, int samples) {
    int before = chunks.merge(encounter + " " + claim, 1, Integer::sum) - 1;
    Header claimed = AudioRecords.claimHeader(claim);
    SampleIndex position = SampleIndex.of(first);
    add(
        encounter.toString(),
        new RulerSignal(session).pcm(first, samples),
        before % 7 == 0
            ? AudioRecords.chunkHeaders(position, SETTINGS, claimed)
            : AudioRecords.chunkHeaders(position, claimed));
  }

  void changed(EncounterId encounter, long claim) {
    add(
        encounter.toString(),
        AudioRecords.changedValue(new RecorderChanged(claim)),
        AudioRecords.changedHeaders());
  }

  void stop(EncounterId encounter, long claim, long total) {
    add(
        encounter.toString(),
        AudioRecords.stoppedValue(
            new RecordingStopped(SampleIndex.of(total), StopReason.STOPPED).saidBy(claim)),
        AudioRecords.stoppedHeaders(SETTINGS));
  }

  void add(String key, byte[] value, List<Header> headers) {
    records.add(
        new ConsumerRecord<>(
            Topics.AUDIO,
            0,
            records.size(),
            NOW + records.size(),
            TimestampType.CREATE_TIME,
            0,
            0,
            key.getBytes(StandardCharsets.UTF_8),
            value,
            new RecordHeaders(headers),
            Optional.empty()));
  }

  ConsumerRecord<byte[], byte[]> get(long offset) {
    return records.get((int) offset);
  }

  int size() {
    return records.size();
  }
}
