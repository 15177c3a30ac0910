package org.medicscribe.storage.outbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.EventJson;
import org.medicscribe.events.LiveEvent;
import org.medicscribe.events.NoteEvent;
import org.medicscribe.events.Topics;

/**
 * A record to be published, keyed by its encounter.
 *
 * @param value may hold patient text
 */
public record OutboxMessage(
    EncounterId encounterId, String topic, Map<String, String> headers, byte[] value) {

  private static final EventJson<NoteEvent> NOTE = EventJson.note();
  private static final EventJson<LiveEvent> LIVE = EventJson.live();

  public OutboxMessage {
    headers = Map.copyOf(headers);
  }

  public static OutboxMessage of(NoteEvent event) {
    return new OutboxMessage(event.encounterId(), Topics.NOTE, Map.of(), NOTE.write(event));
  }

  public static OutboxMessage of(LiveEvent event) {
    return new OutboxMessage(event.encounterId(), Topics.LIVE, Map.of(), LIVE.write(event));
  }

  public static OutboxMessage of(EncounterId encounterId, RecordingStopped stopped) {
    return new OutboxMessage(
        encounterId,
        Topics.AUDIO,
        texts(AudioRecords.stoppedHeaders()),
        AudioRecords.stoppedValue(stopped));
  }

  private static Map<String, String> texts(Iterable<Header> headers) {
    return StreamSupport.stream(headers.spliterator(), false)
        .collect(
            Collectors.toMap(
                Header::key, header -> new String(header.value(), StandardCharsets.UTF_8)));
  }

  @Override
  public String toString() {
    return "OutboxMessage[" + encounterId + ", " + topic + "]";
  }
}
