package org.medicscribe.storage.audio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.medicscribe.events.AudioEvent;
import org.medicscribe.events.AudioEvent.AudioChunk;
import org.medicscribe.events.AudioEvent.RecorderChanged;
import org.medicscribe.events.AudioEvent.RecordingStopped;
import org.medicscribe.events.AudioRecords;
import org.medicscribe.events.EncounterId;
import org.medicscribe.events.Topics;
import org.medicscribe.storage.intake.Ending;
import org.medicscribe.storage.outbox.DeadLetters;

/** Sends what is set aside to the dead-letter topic of audio. */
@ApplicationScoped
class AudioDeadLetters implements AudioEnds {

  private final Ending ending;
  private final DeadLetters letters;

  AudioDeadLetters(Ending ending, DeadLetters letters) {
    this.ending = ending;
    this.letters = letters;
  }

  @Override
  public void skip(TakenRecord record) {
    ending.skipped(Topics.AUDIO);
    record.done();
  }

  @Override
  public Uni<Void> setAside(
      TakenRecord record, EncounterId id, AudioEvent event, Throwable failure) {
    Headers headers = new RecordHeaders();
    byte[] value =
        switch (event) {
          case AudioChunk chunk -> {
            AudioRecords.chunkHeaders(chunk.first(), AudioRecords.claimHeader(chunk.claim()))
                .forEach(headers::add);
            byte[] samples = new byte[chunk.pcm().remaining()];
            chunk.pcm().get(chunk.pcm().position(), samples);
            yield samples;
          }
          case RecordingStopped stopped -> {
            AudioRecords.stoppedHeaders().forEach(headers::add);
            yield AudioRecords.stoppedValue(stopped);
          }
          case RecorderChanged changed -> {
            AudioRecords.changedHeaders().forEach(headers::add);
            yield AudioRecords.changedValue(changed);
          }
        };
    return setAside(record, id.toString().getBytes(UTF_8), headers, value, failure);
  }

  @Override
  public Uni<Void> setAside(
      TakenRecord record,
      byte @Nullable [] key,
      Headers headers,
      byte @Nullable [] value,
      Throwable failure) {
    return ending
        .verdict(Topics.AUDIO, failure)
        .map(reason ->
            letters
                .send(
                    new DeadLetters.Place(Topics.AUDIO, record.partition(), record.offset()),
                    key,
                    headers,
                    value,
                    reason.reason())
                .invoke(record::done))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }
}
