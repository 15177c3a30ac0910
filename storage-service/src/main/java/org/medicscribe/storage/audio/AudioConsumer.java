package org.medicscribe.storage.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.Decoded;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.intake.Unstorable;

/** Understands the records of {@link Topics#AUDIO} and hands them on. */
@ApplicationScoped
class AudioConsumer {

  private final AudioIntake intake;
  private final AudioEnds ends;

  AudioConsumer(AudioIntake intake, AudioEnds ends) {
    this.intake = intake;
    this.ends = ends;
  }

  /** Takes the record, and notes it among those of its partition until it is done with. */
  void take(ConsumerRecord<byte[], byte[]> record, TakenOffsets offsets) {
    Optional<EncounterId> id =
        Optional.ofNullable(record.key()).flatMap(key -> EncounterId.parse(new String(key, UTF_8)));
    TakenRecord taken = new TakenRecord(record.partition(), record.offset());
    offsets.take(taken);
    if (id.isEmpty()) {
      setAside(record, taken, "key");
      return;
    }
    switch (AudioRecords.read(record.headers(), record.value())) {
      case Decoded.Known<AudioEvent>(AudioChunk chunk) -> intake.chunk(id.get(), chunk, taken);
      case Decoded.Known<AudioEvent>(RecordingStopped stopped) ->
          intake.stop(id.get(), stopped, taken);
      case Decoded.Known<AudioEvent>(RecorderChanged changed) ->
          intake.change(id.get(), changed, taken);
      case Decoded.UnknownType<AudioEvent> unknown -> ends.skip(taken);
      case Decoded.Malformed<AudioEvent>(String reason) -> setAside(record, taken, reason);
    }
  }

  private void setAside(ConsumerRecord<byte[], byte[]> record, TakenRecord taken, String reason) {
    ends.setAside(
            taken, record.key(), record.headers(), record.value(), Unstorable.malformed(reason))
        .subscribe()
        .with(done -> {}, failure -> {});
  }
}
