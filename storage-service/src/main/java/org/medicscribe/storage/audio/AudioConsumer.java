package org.medicscribe.storage.audio;

import static org.medicscribe.storage.intake.Ending.keyOf;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.intake.Ending;
import org.medicscribe.storage.intake.Unstorable;
import org.medicscribe.storage.outage.Schema;

/** Reads {@link Topics#AUDIO}. */
@ApplicationScoped
public class AudioConsumer {

  private final AudioIntake intake;
  private final Ending ending;
  private final Schema schema;

  AudioConsumer(AudioIntake intake, Ending ending, Schema schema) {
    this.intake = intake;
    this.ending = ending;
    this.schema = schema;
  }

  @Incoming(Topics.AUDIO)
  Uni<Void> read(KafkaRecord<String, byte[]> record) {
    return schema
        .ready()
        .chain(() ->
            keyOf(record)
                .map(id -> take(id, record))
                .orElseGet(
                    () -> ending.deadLettered(record, Topics.AUDIO, Unstorable.malformed("key"))));
  }

  private Uni<Void> take(EncounterId id, KafkaRecord<String, byte[]> record) {
    return switch (AudioRecords.read(record.getHeaders(), record.getPayload())) {
      case Decoded.Known<AudioEvent>(AudioChunk chunk) -> intake.chunk(id, chunk, record);
      case Decoded.Known<AudioEvent>(RecordingStopped stopped) -> intake.stop(id, stopped, record);
      case Decoded.Known<AudioEvent>(RecorderChanged changed) -> intake.change(id, changed, record);
      case Decoded.UnknownType<AudioEvent> unknown -> ending.skipped(record, Topics.AUDIO);
      case Decoded.Malformed<AudioEvent>(String reason) ->
          ending.deadLettered(record, Topics.AUDIO, Unstorable.malformed(reason));
    };
  }
}
